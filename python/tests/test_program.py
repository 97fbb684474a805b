"""Programs: text, JSON, files, equality, pickling, equivalence."""

from __future__ import annotations

import json
import multiprocessing
import pickle

import pytest
from conftest import EXAMPLES, ROOT

import cadseq

TEXT = "add_sketch(XZ)\nadd_line(0, 0, 4, 0)\nadd_arc(4, 0, 2, 0, 180)\nadd_extrude(0, 1.5, new)\n"


def volume(program: cadseq.Program) -> float:
    return program.build().volume


def test_text_reads_back() -> None:
    program = cadseq.Program.parse("# a half disc\n" + TEXT)
    assert str(program) == TEXT
    assert len(program) == 4
    assert eval(repr(program), {"Program": cadseq.Program}) == program


def test_equal_programs_are_one_key() -> None:
    program = cadseq.Program.parse(TEXT)
    other = cadseq.Program.parse(TEXT.replace("1.5", "1.25"))
    assert program == cadseq.Program.parse(TEXT.replace("1.5", "1.50"))
    assert program != other and program != TEXT
    assert len({program, cadseq.Program.parse(TEXT), other}) == 2


def test_json_reads_back(plate: cadseq.Program) -> None:
    assert cadseq.Program.from_json(plate.to_json()) == plate
    assert json.loads(plate.to_json())["operations"] == plate.operations


def test_operations_are_dicts_to_edit() -> None:
    operations = cadseq.Program.parse(TEXT).operations
    assert [operation["op"] for operation in operations] == [
        "add_sketch",
        "add_line",
        "add_arc",
        "add_extrude",
    ]
    assert operations[2]["sweep_deg"] == 180
    operations[3]["extent"] = {"one_side": 3}
    assert volume(cadseq.Program.from_operations(operations)) == pytest.approx(
        2 * volume(cadseq.Program.parse(TEXT))
    )


def test_misspelt_keys_are_refused_with_their_place() -> None:
    operations = cadseq.Program.parse(TEXT).operations
    operations[1]["stop"] = operations[1].pop("end")
    with pytest.raises(cadseq.ReadError, match="stop") as caught:
        cadseq.Program.from_operations(operations)
    assert caught.value.place is not None and "operations[1]" in caught.value.place


def test_faults_of_a_text_have_line_and_column() -> None:
    with pytest.raises(cadseq.TextError, match="line 2, column 18: r = ") as caught:
        cadseq.Program.parse("add_sketch(XY)\nadd_circle(0, 0, NaN)\nadd_extrude(0, 1, new)")
    assert (caught.value.line, caught.value.column) == (2, 18)
    assert isinstance(caught.value, cadseq.CadseqError) and isinstance(caught.value, ValueError)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.line, copy.column) == (str(caught.value), 2, 18)


@pytest.mark.parametrize(
    "name, format",
    [
        ("read_json/plate.json", "json"),
        ("read_fusion_gallery/plate.json", "fusion-gallery"),
        ("read_deepcad/plate.json", "deepcad"),
        ("read_deepcad_vector/plate.npy", "deepcad-vector"),
        ("read_deepcad_h5/plate.h5", "deepcad-h5"),
        ("read_text2cad/plate.json", "text2cad"),
    ],
)
def test_files_of_other_tools(name: str, format: str) -> None:
    path = ROOT / "fuzz" / "seeds" / name
    imported = cadseq.import_file(path)
    assert (imported.format, imported.notes) == (format, [])
    assert imported.program == cadseq.Program.read(path) == cadseq.Program.read(path, format=format)
    assert cadseq.import_file(path.read_bytes()).program == imported.program
    assert volume(imported.program) > 0


def test_lengths_are_in_the_unit_of_the_format_or_another() -> None:
    path = ROOT / "fuzz" / "seeds" / "read_deepcad" / "plate.json"
    metres = volume(cadseq.Program.read(path))
    for unit, per_metre in [("m", 1.0), ("cm", 100.0), ("mm", 1000.0)]:
        found = volume(cadseq.import_file(path, unit=unit).program)
        assert found * per_metre**3 == pytest.approx(metres)
    with pytest.raises(ValueError, match="is none of m, cm, mm, in"):
        cadseq.import_file(path, unit="ft")  # type: ignore[arg-type]
    with pytest.raises(cadseq.ReadError, match="no other unit"):
        cadseq.import_file(TEXT.encode(), unit="mm")


def test_lenient_reading_keeps_what_is_before_a_fault() -> None:
    text = (TEXT + "add_sketch(XY)\nadd_circle(0, 0)\n").encode()
    with pytest.raises(cadseq.TextError):
        cadseq.import_file(text)
    imported = cadseq.import_file(text, lenient=True)
    assert imported.program == cadseq.Program.parse(TEXT)
    assert len(imported.notes) == 1 and "line 6" in imported.notes[0]


def test_files_that_are_not_there_or_unknown(tmp_path: object) -> None:
    with pytest.raises(FileNotFoundError, match="missing.cad") as caught:
        cadseq.Program.read("missing.cad")
    assert caught.value.filename == "missing.cad"
    with pytest.raises(cadseq.CadseqError, match="looks like none of the formats"):
        cadseq.import_file(b"ISO-10303-21;")
    with pytest.raises(cadseq.CadseqError, match='unknown format "dwg"'):
        cadseq.Program.read(EXAMPLES / "fillet.cad", format="dwg")


def test_formats_say_which_way_they_go() -> None:
    formats = {format.name: format for format in cadseq.formats()}
    assert formats["deepcad"].is_read and formats["deepcad"].is_written
    assert formats["text2cad"].is_read and not formats["text2cad"].is_written
    assert formats["step"].is_written and not formats["step"].is_read
    assert formats["step"].extensions == ["step", "stp"]


def test_programs_pickle(plate: cadseq.Program) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(plate, protocol)) == plate


def test_programs_and_parts_go_to_other_processes(plate: cadseq.Program) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        volumes = pool.map(volume, [plate, plate])
        parts = pool.map(cadseq.Program.build, [plate])
    assert volumes == [plate.build().volume] * 2
    assert parts[0].volume == volumes[0]


def test_programs_of_one_picture_are_equivalent() -> None:
    one = cadseq.Program.parse("add_sketch(XY)\nadd_circle(1, 2, 3)\nadd_extrude(0, 4, new)")
    members = one.equivalents()
    assert members[0] == one and len(members) == 2
    twin = members[1]
    assert cadseq.equivalent(one, twin) and twin.canonical() == one.canonical()
    assert not cadseq.equivalent(one, twin, same="solid")
    assert twin.canonical(same="solid") == twin
    with pytest.raises(cadseq.CadseqError, match='same = "shape" is none of picture, solid'):
        one.canonical(same="shape")


def test_loops_run_either_way() -> None:
    one = cadseq.Program.parse(TEXT)
    other = cadseq.Program.parse(
        "add_sketch(XZ)\nadd_arc(0, 0, 2, 0, -180)\nadd_line(4, 0, 0, 0)\nadd_extrude(0, 1.5, new)"
    )
    assert cadseq.equivalent(one, other, same="solid")
    assert one.canonical(same="solid") in one.equivalents(same="solid")
