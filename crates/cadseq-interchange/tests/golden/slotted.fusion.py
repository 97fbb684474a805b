# Fusion 360 script, written by cadseq VERSION
# Lengths in centimetres, angles in degrees
# Part: slotted

import math
import traceback

import adsk.core
import adsk.fusion

# Parameters
sketch_1_x1 = 10
sketch_1_y1 = 6
extrude_1_depth = 1
sketch_2_x1 = 3
sketch_2_x2 = 7
sketch_2_y1 = 1
sketch_2_y2 = 2
sketch_2_y3 = 3
extrude_2_depth = -1
sketch_3_x1 = 3
sketch_3_x2 = 6
sketch_3_y1 = 4
sketch_3_y2 = 5
extrude_3_depth = -0.5


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
    profiles = profile(sketch_1, point(5, 3), 60, 32)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_1_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 2 on the end face of extrude 1
    plane_input = root.constructionPlanes.createInput()
    plane_input.setByOffset(root.xYConstructionPlane, value(extrude_1_depth))
    plane_2 = root.constructionPlanes.add(plane_input)
    sketch_2 = root.sketches.addWithoutEdges(plane_2)
    point_2 = placed(sketch_2, (0, 0, extrude_1_depth), (1, 0, 0), (0, 1, 0))
    curves = sketch_2.sketchCurves
    curves.sketchLines.addByTwoPoints(point_2(sketch_2_x1, sketch_2_y1), point_2(sketch_2_x2, sketch_2_y1))
    curves.sketchArcs.addByCenterStartSweep(point_2(sketch_2_x2, sketch_2_y2), point_2(sketch_2_x2, sketch_2_y1), math.radians(180))
    curves.sketchLines.addByTwoPoints(point_2(sketch_2_x2, sketch_2_y3), point_2(sketch_2_x1, sketch_2_y3))
    curves.sketchArcs.addByCenterStartSweep(point_2(sketch_2_x1, sketch_2_y2), point_2(sketch_2_x1, sketch_2_y3), math.radians(180))

    # Extrude 2 of sketch 2: cut
    profiles = profile(sketch_2, point_2(5, 2), 11.1415926536, 14.2831853072)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.CutFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_2_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 3 on the end face of extrude 1
    plane_input = root.constructionPlanes.createInput()
    plane_input.setByOffset(root.xYConstructionPlane, value(extrude_1_depth))
    plane_3 = root.constructionPlanes.add(plane_input)
    sketch_3 = root.sketches.addWithoutEdges(plane_3)
    point_3 = placed(sketch_3, (0, 0, extrude_1_depth), (1, 0, 0), (0, 1, 0))
    curves = sketch_3.sketchCurves
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x1, sketch_3_y1), point_3(sketch_3_x2, sketch_3_y1))
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x2, sketch_3_y1), point_3(sketch_3_x2, sketch_3_y2))
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x2, sketch_3_y2), point_3(sketch_3_x1, sketch_3_y2))
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x1, sketch_3_y2), point_3(sketch_3_x1, sketch_3_y1))

    # Extrude 3 of sketch 3: cut
    profiles = profile(sketch_3, point_3(4.5, 4.5), 3, 8)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.CutFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_3_depth))
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
