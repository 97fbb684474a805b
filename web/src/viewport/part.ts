/** The part: its faces with their colours, and its edges. */

import {
  Box3,
  BufferAttribute,
  BufferGeometry,
  type Color,
  DoubleSide,
  Group,
  Mesh as Mesh3,
  MeshStandardMaterial,
  Vector3,
} from "three";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
import type { Mesh } from "../server/answers";
import { edgeSegments, facets, vertexPositions } from "./facets";
import type { Palette } from "./palette";

/** How a face is coloured. */
export type Emphasis = "none" | "hovered" | "selected";

/** The mesh of no part. */
export const NOTHING: Mesh = {
  positions: [],
  triangles: [],
  triangle_faces: [],
  faces: [],
  edges: [],
};

export class Part {
  readonly group = new Group();
  readonly faces: Mesh3<BufferGeometry, MeshStandardMaterial>;
  readonly edges: LineSegments2;
  mesh: Mesh = NOTHING;
  /** Where edges end, three numbers a point. */
  vertices: Float32Array = new Float32Array();
  /** The edges' pieces, six numbers each. */
  segments: Float32Array = new Float32Array();
  private areEdgesShown = true;
  private readonly edgeMaterial = new LineMaterial({ linewidth: 1.4 });

  constructor(private palette: Palette) {
    const material = new MeshStandardMaterial({
      vertexColors: true,
      roughness: 0.75,
      metalness: 0,
      side: DoubleSide,
      // Faces stand back a little, so that edges on them are whole.
      polygonOffset: true,
      polygonOffsetFactor: 1,
      polygonOffsetUnits: 1,
    });
    this.faces = new Mesh3(new BufferGeometry(), material);
    this.edges = new LineSegments2(new LineSegmentsGeometry(), this.edgeMaterial);
    this.edges.frustumCulled = false;
    this.faces.renderOrder = 6;
    this.edges.renderOrder = 7;
    this.group.add(this.faces, this.edges);
    this.recolor(palette, () => "none");
  }

  /** Shows another mesh. */
  show(mesh: Mesh): void {
    this.mesh = mesh;
    const { positions, normals } = facets(mesh);
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(positions, 3));
    geometry.setAttribute("normal", new BufferAttribute(normals, 3));
    geometry.setAttribute("color", new BufferAttribute(new Float32Array(positions.length), 3));
    this.faces.geometry.dispose();
    this.faces.geometry = geometry;
    this.segments = edgeSegments(mesh);
    this.vertices = vertexPositions(mesh);
    this.edges.geometry.dispose();
    this.edges.geometry = new LineSegmentsGeometry();
    this.edges.visible = this.areEdgesShown && this.segments.length > 0;
    if (this.segments.length > 0) {
      this.edges.geometry.setPositions(this.segments);
    }
  }

  /** Whether edges are drawn, now and for later meshes. */
  showEdges(areShown: boolean): void {
    this.areEdgesShown = areShown;
    this.edges.visible = areShown && this.segments.length > 0;
  }

  /** The smallest box around it; empty where there is no solid. */
  box(): Box3 {
    const box = new Box3();
    const { positions } = this.mesh;
    for (let at = 0; at < positions.length; at += 3) {
      box.expandByPoint(new Vector3(...positions.slice(at, at + 3)));
    }
    return box;
  }

  /** Colours the faces as `emphasis` says of each. */
  color(emphasis: (face: number) => Emphasis): void {
    const colors = this.faces.geometry.getAttribute("color");
    if (!(colors instanceof BufferAttribute)) {
      return;
    }
    this.mesh.triangle_faces.forEach((face, triangle) => {
      const color = this.colorOf(emphasis(face));
      for (let corner = 0; corner < 3; corner++) {
        colors.setXYZ(3 * triangle + corner, color.r, color.g, color.b);
      }
    });
    colors.needsUpdate = true;
  }

  /** Takes another palette. */
  recolor(palette: Palette, emphasis: (face: number) => Emphasis): void {
    this.palette = palette;
    this.edgeMaterial.color.copy(palette.edge);
    this.color(emphasis);
  }

  /** Lets what is behind shine through the faces, and marks the edges; 1 is the usual look. */
  fade(opacity: number): void {
    const { material } = this.faces;
    const isWhole = opacity >= 1;
    material.depthWrite = true;
    material.transparent = !isWhole;
    material.opacity = opacity;
    material.needsUpdate = true;
    this.edgeMaterial.color.copy(isWhole ? this.palette.edge : this.palette.accent);
    this.edgeMaterial.linewidth = isWhole ? 1.4 : 2;
  }

  private colorOf(emphasis: Emphasis): Color {
    switch (emphasis) {
      case "none":
        return this.palette.face;
      case "hovered":
        return this.palette.faceHovered;
      case "selected":
        return this.palette.faceSelected;
    }
  }
}
