# Fusion 360 script, written by cadseq VERSION
# Lengths in centimetres, angles in degrees
# Part: shaft

import math
import traceback

import adsk.core
import adsk.fusion

# Parameters
sketch_1_radius = 2
extrude_1_start = -2
extrude_1_end = 3
sketch_2_radius = 1.5
extrude_2_depth = 4
sketch_3_x1 = 4
sketch_3_x2 = 6
sketch_3_y1 = 0.5
extrude_3_depth = -1


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

    # Sketch 1 on YZ
    sketch_1 = root.sketches.addWithoutEdges(root.yZConstructionPlane)
    curves = sketch_1.sketchCurves
    curves.sketchCircles.addByCenterRadius(point(0, 0), sketch_1_radius)

    # Extrude 1 of sketch 1: new body
    profiles = profile(sketch_1, point(0, 0), 12.5663706144, 12.5663706144)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    extrude_input.startExtent = adsk.fusion.OffsetStartDefinition.create(value(extrude_1_start))
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_1_end - extrude_1_start))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 2 on the end face of extrude 1
    plane_input = root.constructionPlanes.createInput()
    plane_input.setByOffset(root.yZConstructionPlane, value(extrude_1_end))
    plane_2 = root.constructionPlanes.add(plane_input)
    sketch_2 = root.sketches.addWithoutEdges(plane_2)
    point_2 = placed(sketch_2, (extrude_1_end, 0, 0), (0, 1, 0), (0, 0, 1))
    curves = sketch_2.sketchCurves
    curves.sketchCircles.addByCenterRadius(point_2(0, 0), sketch_2_radius)

    # Extrude 2 of sketch 2: join
    profiles = profile(sketch_2, point_2(0, 0), 7.0685834706, 9.4247779608)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.JoinFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_2_depth))
    extrude_input.setOneSideExtent(distance, adsk.fusion.ExtentDirections.PositiveExtentDirection)
    extrudes.add(extrude_input)

    # Sketch 3 on a plane of its own
    plane_input = root.constructionPlanes.createInput()
    plane_input.setByOffset(root.xYConstructionPlane, value(2))
    plane_3 = root.constructionPlanes.add(plane_input)
    sketch_3 = root.sketches.addWithoutEdges(plane_3)
    point_3 = placed(sketch_3, (0, 0, 2), (1, 0, 0), (0, 1, 0))
    curves = sketch_3.sketchCurves
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x1, -sketch_3_y1), point_3(sketch_3_x2, -sketch_3_y1))
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x2, -sketch_3_y1), point_3(sketch_3_x2, sketch_3_y1))
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x2, sketch_3_y1), point_3(sketch_3_x1, sketch_3_y1))
    curves.sketchLines.addByTwoPoints(point_3(sketch_3_x1, sketch_3_y1), point_3(sketch_3_x1, -sketch_3_y1))

    # Extrude 3 of sketch 3: cut
    profiles = profile(sketch_3, point_3(5, 0), 2, 6)
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
