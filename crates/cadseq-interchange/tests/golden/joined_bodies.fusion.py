# Fusion 360 script, written by cadseq VERSION
# Lengths in centimetres, angles in degrees
# Part: joined_bodies

import math
import traceback

import adsk.core
import adsk.fusion

# Parameters
sketch_1_x1 = 2
sketch_1_y1 = 2
extrude_1_depth = 2
sketch_2_x1 = 6
sketch_2_x2 = 8
sketch_2_y1 = 2
extrude_2_depth = 2
sketch_3_x1 = 10
sketch_3_x2 = 12
sketch_3_y1 = 2
extrude_3_depth = 2
sketch_4_x1 = 11
sketch_4_x2 = 13
sketch_4_y1 = 2
extrude_4_length = 2
sketch_5_x1 = 2
sketch_5_x2 = 6
sketch_5_y1 = 1
extrude_5_depth = 1


def point(x, y):
    """A point of a sketch on an origin plane."""
    return adsk.core.Point3D.create(x, y, 0)


def value(number):
    return adsk.core.ValueInput.createByReal(number)


def profile(sketch, center, area, perimeter):
    """The profile of the sketch that comes nearest to this centre, area and perimeter."""
    def difference(candidate):
        found = candidate.areaProperties(adsk.fusion.CalculationAccuracy.HighCalculationAccuracy)
        return (
            found.centroid.distanceTo(center)
            + abs(found.area - area) ** 0.5
            + abs(found.perimeter - perimeter)
        )
    return min(sketch.profiles, key=difference)


def collection(profiles):
    found = adsk.core.ObjectCollection.create()
    for one in profiles:
        found.add(one)
    return found


def placed(sketch, origin, x_axis, y_axis):
    """The function that takes coordinates (x, y) along these axes to points of the sketch."""
    def point(x, y):
        world = [o + x * a + y * b for o, a, b in zip(origin, x_axis, y_axis)]
        return sketch.modelToSketchSpace(adsk.core.Point3D.create(*world))
    return point


def build(design):
    root = design.rootComponent
    extrudes = root.features.extrudeFeatures

    # Sketch 1 on XY
    sketch_1 = root.sketches.addWithoutEdges(root.xYConstructionPlane)
    curves = sketch_1.sketchCurves
    curves.sketchLines.addByTwoPoints(point(0, 0), point(sketch_1_x1, 0))
    curves.sketchLines.addByTwoPoints(point(sketch_1_x1, 0), point(sketch_1_x1, sketch_1_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_1_x1, sketch_1_y1), point(0, sketch_1_y1))
    curves.sketchLines.addByTwoPoints(point(0, sketch_1_y1), point(0, 0))

    # Extrude 1 of sketch 1: new body
    profiles = profile(sketch_1, point(1, 1), 4, 8)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_1_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 2 on XY
    sketch_2 = root.sketches.addWithoutEdges(root.xYConstructionPlane)
    curves = sketch_2.sketchCurves
    curves.sketchLines.addByTwoPoints(point(sketch_2_x1, 0), point(sketch_2_x2, 0))
    curves.sketchLines.addByTwoPoints(point(sketch_2_x2, 0), point(sketch_2_x2, sketch_2_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_2_x2, sketch_2_y1), point(sketch_2_x1, sketch_2_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_2_x1, sketch_2_y1), point(sketch_2_x1, 0))

    # Extrude 2 of sketch 2: new body
    profiles = profile(sketch_2, point(7, 1), 4, 8)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_2_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 3 on XY
    sketch_3 = root.sketches.addWithoutEdges(root.xYConstructionPlane)
    curves = sketch_3.sketchCurves
    curves.sketchLines.addByTwoPoints(point(sketch_3_x1, 0), point(sketch_3_x2, 0))
    curves.sketchLines.addByTwoPoints(point(sketch_3_x2, 0), point(sketch_3_x2, sketch_3_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_3_x2, sketch_3_y1), point(sketch_3_x1, sketch_3_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_3_x1, sketch_3_y1), point(sketch_3_x1, 0))

    # Extrude 3 of sketch 3: new body
    profiles = profile(sketch_3, point(11, 1), 4, 8)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_3_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 4 on XY
    sketch_4 = root.sketches.addWithoutEdges(root.xYConstructionPlane)
    curves = sketch_4.sketchCurves
    curves.sketchLines.addByTwoPoints(point(sketch_4_x1, 0), point(sketch_4_x2, 0))
    curves.sketchLines.addByTwoPoints(point(sketch_4_x2, 0), point(sketch_4_x2, sketch_4_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_4_x2, sketch_4_y1), point(sketch_4_x1, sketch_4_y1))
    curves.sketchLines.addByTwoPoints(point(sketch_4_x1, sketch_4_y1), point(sketch_4_x1, 0))

    # Extrude 4 of sketch 4: new body
    profiles = profile(sketch_4, point(12, 1), 4, 8)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    extrude_input.setSymmetricExtent(value(abs(extrude_4_length)), True)
    extrudes.add(extrude_input)

    # Sketch 5 on a plane of its own
    plane_input = root.constructionPlanes.createInput()
    plane_input.setByOffset(root.xYConstructionPlane, value(1))
    plane_5 = root.constructionPlanes.add(plane_input)
    sketch_5 = root.sketches.addWithoutEdges(plane_5)
    point_5 = placed(sketch_5, (0, 0, 1), (1, 0, 0), (0, 1, 0))
    curves = sketch_5.sketchCurves
    curves.sketchLines.addByTwoPoints(point_5(sketch_5_x1, 0), point_5(sketch_5_x2, 0))
    curves.sketchLines.addByTwoPoints(point_5(sketch_5_x2, 0), point_5(sketch_5_x2, sketch_5_y1))
    curves.sketchLines.addByTwoPoints(point_5(sketch_5_x2, sketch_5_y1), point_5(sketch_5_x1, sketch_5_y1))
    curves.sketchLines.addByTwoPoints(point_5(sketch_5_x1, sketch_5_y1), point_5(sketch_5_x1, 0))

    # Extrude 5 of sketch 5: join
    profiles = profile(sketch_5, point_5(4, 0.5), 4, 10)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.JoinFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_5_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)


def run(context):
    ui = None
    try:
        app = adsk.core.Application.get()
        ui = app.userInterface
        app.documents.add(adsk.core.DocumentTypes.FusionDesignDocumentType)
        build(adsk.fusion.Design.cast(app.activeProduct))
    except Exception:
        if ui:
            ui.messageBox("The script failed:\n" + traceback.format_exc())
        else:
            raise
