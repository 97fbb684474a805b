"""Stands in for Fusion 360: the part of `adsk` and of the Gym's client that exported scripts call.

Open CASCADE does the geometry. Like Fusion, and unlike cadseq, it numbers the profiles of a sketch in an
order of its own and lays its own axes into planes, so that a script which relies on either fails.
`install()` puts the modules in place and forgets what was built; `bodies()` is what was.
"""

import math
import sys
import types
import uuid
from types import SimpleNamespace

import cadquery as cq
from OCP.BOPAlgo import BOPAlgo_Tools
from OCP.TopoDS import TopoDS_Compound

TOUCH = 1e-6
FACE_TOLERANCE = 0.01  # of the Gym's search for a face by a point
OPERATIONS = ("JoinFeatureOperation", "CutFeatureOperation", "IntersectFeatureOperation", "NewBodyFeatureOperation")


class Design:
    """What was built."""

    def __init__(self):
        self.bodies, self.sketches, self.designType = [], [], "parametric"

    def extrude(self, faces, plane, start, distance, operation):
        """Sweeps faces of a sketch along the normal of its plane."""
        tool = None
        for face in faces:
            base = face.moved(cq.Location(plane.frame)).moved(cq.Location(plane.normal * start))
            swept = cq.Solid.extrudeLinear(base, plane.normal * distance)
            tool = swept if tool is None else tool.fuse(swept)
        if operation == "NewBodyFeatureOperation":
            self.bodies.append(tool)
        elif operation == "JoinFeatureOperation":
            apart = [body for body in self.bodies if body.distance(tool) > TOUCH]
            for body in self.bodies:
                if body not in apart:
                    tool = tool.fuse(body)
            self.bodies = apart + [tool]
        elif operation == "CutFeatureOperation":
            self.bodies = left(body.cut(tool) for body in self.bodies)
        elif operation == "IntersectFeatureOperation":
            self.bodies = left(body.intersect(tool) for body in self.bodies)
        else:
            raise ValueError(f"no operation {operation!r}")

    def face_at(self, point):
        for body in self.bodies:
            for face in body.Faces():
                if face.distance(cq.Vertex.makeVertex(*point.toTuple())) < FACE_TOLERANCE:
                    if face.geomType() != "PLANE":
                        raise ValueError("the point lies on a curved face")
                    return Plane(face.Center(), face.normalAt())
        return None


def left(bodies):
    """The bodies without those of which nothing is left."""
    return [body for body in bodies if body.Solids()]


design = Design()


class Point3D:
    def __init__(self, x, y, z):
        for value in (x, y, z):
            if not isinstance(value, (int, float)) or not math.isfinite(value):
                raise TypeError(f"a coordinate is {value!r}")
        self.x, self.y, self.z = float(x), float(y), float(z)

    @classmethod
    def create(cls, x=0, y=0, z=0):
        return cls(x, y, z)

    @property
    def vector(self):
        return cq.Vector(self.x, self.y, self.z)

    def distanceTo(self, other):
        return (self.vector - other.vector).Length


class Plane:
    """A plane with axes of Fusion's choice."""

    def __init__(self, origin, normal, x_axis=None):
        self.normal = normal.normalized()
        if x_axis is None:
            other = cq.Vector(0, 0, 1) if abs(self.normal.z) < 0.9 else cq.Vector(-0.6, 0.8, 0)
            x_axis = other - self.normal * other.dot(self.normal)
        self.frame = cq.Plane(origin, x_axis, self.normal)

    @classmethod
    def create(cls, origin, normal):
        return cls(origin.vector, normal.vector)

    def offset(self, distance):
        return Plane(self.frame.origin + self.normal * distance, self.normal, self.frame.xDir)


ORIGIN = cq.Vector(0, 0, 0)
PLANES = {
    "XY": Plane(ORIGIN, cq.Vector(0, 0, 1), cq.Vector(1, 0, 0)),
    "XZ": Plane(ORIGIN, cq.Vector(0, 1, 0), cq.Vector(1, 0, 0)),
    "YZ": Plane(ORIGIN, cq.Vector(1, 0, 0), cq.Vector(0, 0, -1)),
}


class Profile:
    def __init__(self, sketch, face):
        self.sketch, self.face = sketch, face

    @property
    def perimeter(self):
        return sum(edge.Length() for edge in self.face.Edges())

    def areaProperties(self, accuracy):
        center = self.face.Center()
        centroid = Point3D(center.x, center.y, center.z)
        return SimpleNamespace(area=self.face.Area(), perimeter=self.perimeter, centroid=centroid)


class Sketch:
    """Curves in the plane z = 0 of its own coordinates."""

    def __init__(self, plane):
        self.plane, self.edges, self.name = plane, [], f"Sketch{len(design.sketches) + 1}"
        self.sketchCurves = SimpleNamespace(
            sketchLines=SimpleNamespace(addByTwoPoints=self.line),
            sketchArcs=SimpleNamespace(addByCenterStartSweep=self.arc),
            sketchCircles=SimpleNamespace(addByCenterRadius=self.circle),
        )
        design.sketches.append(self)

    def modelToSketchSpace(self, point):
        local = self.plane.frame.toLocalCoords(point.vector)
        return Point3D(local.x, local.y, local.z)

    def flat(self, point):
        if abs(point.z) > TOUCH:
            raise ValueError("the point is off the sketch's plane")
        return cq.Vector(point.x, point.y, 0)

    def line(self, start, end):
        self.edges.append(cq.Edge.makeLine(self.flat(start), self.flat(end)))

    def circle(self, center, radius):
        self.edges.append(cq.Edge.makeCircle(radius, self.flat(center)))

    def arc(self, center, start, sweep):
        center, spoke = self.flat(center), self.flat(start) - self.flat(center)

        def turned(angle):
            sine, cosine = math.sin(angle), math.cos(angle)
            return center + cq.Vector(spoke.x * cosine - spoke.y * sine, spoke.x * sine + spoke.y * cosine, 0)

        self.edges.append(cq.Edge.makeThreePointArc(turned(0), turned(sweep / 2), turned(sweep)))

    @property
    def profiles(self):
        wires, faces = TopoDS_Compound(), TopoDS_Compound()
        edges = cq.Compound.makeCompound(self.edges).wrapped
        BOPAlgo_Tools.EdgesToWires_s(edges, wires, False, 1e-8)
        if not BOPAlgo_Tools.WiresToFaces_s(wires, faces, 1e-8):
            return []
        return [Profile(self, face) for face in reversed(cq.Compound(faces).Faces())]


class PlaneInput:
    def setByOffset(self, plane, distance):
        self.plane = plane.offset(distance)

    def setByPlane(self, plane):
        if design.designType != "direct":
            raise RuntimeError("planes at any angle need a design without a timeline")
        self.plane = plane


class ExtrudeInput:
    def __init__(self, profiles, operation):
        self.profiles = profiles if isinstance(profiles, list) else [profiles]
        self.operation, self.startExtent = operation, 0.0

    def setOneSideExtent(self, distance, direction):
        if direction != "PositiveExtentDirection":
            raise ValueError(f"no direction {direction!r}")
        self.start, self.distance = self.startExtent, distance

    def setSymmetricExtent(self, length, is_full_length):
        if is_full_length is not True or length <= 0:
            raise ValueError("the length is to be full and above zero")
        self.start, self.distance = -length / 2, length


def add_extrude(extrude):
    plane = extrude.profiles[0].sketch.plane
    faces = [profile.face for profile in extrude.profiles]
    design.extrude(faces, plane, extrude.start, extrude.distance, extrude.operation)


class ObjectCollection(list):
    create = classmethod(lambda cls: cls())
    add = list.append


def names(*values):
    """An enumeration whose values are their names."""
    return SimpleNamespace(**{value: value for value in values})


def component():
    planes = {f"{name[0].lower()}{name[1]}ConstructionPlane": plane for name, plane in PLANES.items()}
    return SimpleNamespace(
        **planes,
        sketches=SimpleNamespace(addWithoutEdges=Sketch),
        constructionPlanes=SimpleNamespace(createInput=PlaneInput, add=lambda given: given.plane),
        features=SimpleNamespace(extrudeFeatures=SimpleNamespace(createInput=ExtrudeInput, add=add_extrude)),
    )


def real(value):
    if not isinstance(value, (int, float)):
        raise TypeError(f"a number is {value!r}")
    return float(value)


def adsk_modules():
    core, fusion = types.ModuleType("adsk.core"), types.ModuleType("adsk.fusion")
    core.Point3D, core.Vector3D, core.Plane, core.ObjectCollection = Point3D, Point3D, Plane, ObjectCollection
    core.ValueInput = SimpleNamespace(createByReal=real)
    core.DocumentTypes = names("FusionDesignDocumentType")
    application = SimpleNamespace(
        userInterface=None, activeProduct=design, documents=SimpleNamespace(add=lambda kind: None)
    )
    core.Application = SimpleNamespace(get=lambda: application)
    design.rootComponent = component()
    fusion.Design = SimpleNamespace(cast=lambda product: product)
    fusion.DesignTypes = SimpleNamespace(DirectDesignType="direct")
    fusion.CalculationAccuracy = names("HighCalculationAccuracy")
    fusion.FeatureOperations = names(*OPERATIONS)
    fusion.ExtentDirections = names("PositiveExtentDirection")
    fusion.OffsetStartDefinition = SimpleNamespace(create=lambda value: value)
    fusion.DistanceExtentDefinition = SimpleNamespace(create=lambda value: value)
    adsk = types.ModuleType("adsk")
    adsk.core, adsk.fusion = core, fusion
    return {"adsk": adsk, "adsk.core": core, "adsk.fusion": fusion}


class Fusion360GymClient:
    """The Gym's client and server in one; an answer's `json()` has the server's form, in which `data` is
    left out where a command has none (`respond` of `fusion360gym_server.py`)."""

    def __init__(self, url="http://127.0.0.1:8080"):
        pass

    def answer(self, command, **data):
        found = {"status": 200, "message": f"Success processing {command} command"}
        if data:
            found["data"] = data
        return SimpleNamespace(status_code=200, json=lambda: found)

    def refuse(self, command, reason):
        message = f"Failed processing {command} command due to {reason}"
        return SimpleNamespace(status_code=500, json=lambda: {"status": 500, "message": message})

    def clear(self):
        return self.answer("clear")

    def add_sketch(self, sketch_plane):
        if isinstance(sketch_plane, dict):
            plane = design.face_at(cq.Vector(*(sketch_plane[axis] for axis in "xyz")))
        else:
            plane = PLANES.get(sketch_plane)
        if plane is None:
            return self.refuse("add_sketch", "sketch_plane could not be found")
        return self.answer("add_sketch", sketch_id="", sketch_name=Sketch(plane).name)

    def sketch(self, name):
        return next(sketch for sketch in design.sketches if sketch.name == name)

    def point(self, sketch, point, transform):
        if transform not in (None, "world"):
            raise ValueError(f"no transform {transform!r}")
        world = Point3D(point["x"], point["y"], point.get("z", 0.0))
        return sketch.modelToSketchSpace(world) if transform == "world" else world

    def drawn(self, command, sketch):
        profiles = {profile_name(profile): profile_data(profile) for profile in sketch.profiles}
        return self.answer(command, sketch_id="", sketch_name=sketch.name, curve_id="", profiles=profiles)

    def add_line(self, sketch_name, pt1, pt2, transform=None):
        sketch = self.sketch(sketch_name)
        sketch.line(self.point(sketch, pt1, transform), self.point(sketch, pt2, transform))
        return self.drawn("add_line", sketch)

    def add_arc(self, sketch_name, pt1, pt2, angle, transform=None):
        """From `pt1` about `pt2`, in degrees."""
        sketch = self.sketch(sketch_name)
        start, center = self.point(sketch, pt1, transform), self.point(sketch, pt2, transform)
        sketch.arc(center, start, math.radians(real(angle)))
        return self.drawn("add_arc", sketch)

    def add_circle(self, sketch_name, pt1, radius, transform=None):
        sketch = self.sketch(sketch_name)
        sketch.circle(self.point(sketch, pt1, transform), real(radius))
        return self.drawn("add_circle", sketch)

    def add_extrude(self, sketch_name, profile_id, distance, operation):
        sketch = self.sketch(sketch_name)
        found = [profile for profile in sketch.profiles if profile_name(profile) == profile_id]
        if not found or operation not in OPERATIONS:
            return self.refuse("add_extrude", "extrude sketch profile not found")
        operation = operation if design.bodies else "NewBodyFeatureOperation"
        design.extrude([found[0].face], sketch.plane, 0.0, real(distance), operation)
        return self.answer("add_extrude", extrude={}, graph={}, bounding_box={})


def profile_name(profile):
    """A name made of the profile's curves alone, as the Gym makes it."""
    ends = [tuple(round(c, 6) for c in edge.Center().toTuple()) for edge in profile.face.Edges()]
    return str(uuid.uuid3(uuid.NAMESPACE_URL, str(sorted(ends))))


def profile_data(profile):
    properties = {"area": profile.face.Area(), "perimeter": profile.perimeter}
    return {"loops": [], "properties": properties}


def install():
    """A new design, and the modules that scripts import."""
    global design
    design = Design()
    gym = types.ModuleType("fusion360gym_client")
    gym.Fusion360GymClient = Fusion360GymClient
    sys.modules.update(adsk_modules() | {"fusion360gym_client": gym})


def bodies():
    return design.bodies
