"""Stands in for the client of the Fusion 360 Gym and its server: answers of their form, without geometry.

`respond` of the Gym's `fusion360gym_server.py` leaves `data` out of an answer that has none. The command in
the environment variable REFUSED is refused.
"""

import os


class Answer:
    def __init__(self, command, data):
        self.status_code = 500 if command == os.environ.get("REFUSED") else 200
        self.data, self.command = data, command

    def json(self):
        if self.status_code == 500:
            message = f"Failed processing {self.command} command due to a reason"
            return {"status": 500, "message": message}
        found = {"status": 200, "message": f"Success processing {self.command} command"}
        if self.data is not None:
            found["data"] = self.data
        return found


class Fusion360GymClient:
    def __init__(self, url):
        self.sketches = []

    def clear(self):
        return Answer("clear", None)

    def add_sketch(self, sketch_plane):
        self.sketches.append(f"Sketch{len(self.sketches) + 1}")
        return Answer("add_sketch", {"sketch_id": "an id", "sketch_name": self.sketches[-1]})

    def drawn(self, command, sketch_name):
        assert sketch_name in self.sketches, sketch_name
        profile = {"loops": [], "properties": {"area": 1.0, "centroid": {}, "perimeter": 4.0}}
        data = {"sketch_id": "an id", "sketch_name": sketch_name, "curve_id": "another"}
        return Answer(command, data | {"profiles": {"a profile": profile}})

    def add_line(self, sketch_name, pt1, pt2, transform=None):
        return self.drawn("add_line", sketch_name)

    def add_arc(self, sketch_name, pt1, pt2, angle, transform=None):
        return self.drawn("add_arc", sketch_name)

    def add_circle(self, sketch_name, pt1, radius, transform=None):
        return self.drawn("add_circle", sketch_name)

    def add_extrude(self, sketch_name, profile_id, distance, operation):
        assert profile_id == "a profile"
        return Answer("add_extrude", {"extrude": {}, "graph": {}, "bounding_box": {}})
