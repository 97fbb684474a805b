# Fusion 360 script, written by cadseq VERSION
# Lengths in centimetres, angles in degrees
# Part: plate

import math
import traceback

import adsk.core
import adsk.fusion

# Parameters
sketch_1_x1 = 3
sketch_1_x2 = 4
sketch_1_y1 = 2
sketch_1_y2 = 3
sketch_1_radius = 0.5
extrude_1_depth = 0.8


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


def build(design):
    root = design.rootComponent
    extrudes = root.features.extrudeFeatures

    # Sketch 1 on XY
    sketch_1 = root.sketches.addWithoutEdges(root.xYConstructionPlane)
    curves = sketch_1.sketchCurves
    curves.sketchLines.addByTwoPoints(point(-sketch_1_x2, -sketch_1_y2), point(sketch_1_x2, -sketch_1_y2))
    curves.sketchLines.addByTwoPoints(point(sketch_1_x2, -sketch_1_y2), point(sketch_1_x2, sketch_1_y2))
    curves.sketchLines.addByTwoPoints(point(sketch_1_x2, sketch_1_y2), point(-sketch_1_x2, sketch_1_y2))
    curves.sketchLines.addByTwoPoints(point(-sketch_1_x2, sketch_1_y2), point(-sketch_1_x2, -sketch_1_y2))
    curves.sketchCircles.addByCenterRadius(point(-sketch_1_x1, -sketch_1_y1), sketch_1_radius)
    curves.sketchCircles.addByCenterRadius(point(sketch_1_x1, -sketch_1_y1), sketch_1_radius)
    curves.sketchCircles.addByCenterRadius(point(sketch_1_x1, sketch_1_y1), sketch_1_radius)
    curves.sketchCircles.addByCenterRadius(point(-sketch_1_x1, sketch_1_y1), sketch_1_radius)

    # Extrude 1 of sketch 1: new body
    profiles = profile(sketch_1, point(0, 0), 44.8584073464, 40.5663706144)
    extrude_input = extrudes.createInput(profiles, adsk.fusion.FeatureOperations.NewBodyFeatureOperation)
    distance = adsk.fusion.DistanceExtentDefinition.create(value(extrude_1_depth))
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
