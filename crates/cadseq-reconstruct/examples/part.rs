use cadseq_reconstruct::camera::{Framing, Lens};
use cadseq_reconstruct::part::propose;
use cadseq_reconstruct::seeing::{SeeOptions, Seer};
use cadseq_render::{decode_photo, encode_png_rgb, surfaces};
use std::time::Instant;
fn main() {
    let seer = Seer::built_in().unwrap();
    let out = std::env::args().nth(1).unwrap();
    for path in std::env::args().skip(2) {
        let photo = decode_photo(&std::fs::read(&path).unwrap()).unwrap();
        let sight = match seer.see(&photo.picture, &SeeOptions { lens: Lens::of_photo(&photo), ..Default::default() }) {
            Ok(s) => s,
            Err(e) => { println!("{path}: {e}"); continue }
        };
        let framing = Framing { crop: sight.crop, width: photo.picture.width(), height: photo.picture.height() };
        let t = Instant::now();
        let all = propose(&sight.maps, &sight.cameras, &framing);
        let stem = std::path::Path::new(&path).file_stem().unwrap().to_string_lossy().to_string();
        print!("{path}: {:.0} ms", t.elapsed().as_secs_f64()*1e3);
        for h in &all { print!("  {} {:.3}/{}", h.stacked.plane, h.agreement, h.stacked.complexity()); }
        println!();
        let Some(best) = all.first() else { continue };
        std::fs::write(format!("{out}/{stem}.cad"), best.program.to_string()).unwrap();
        let n = 384;
        let c = sight.crop;
        let crop = photo.picture.crop(c.left, c.top, c.side, n);
        let mut rgb = vec![255u8; n*n*2*3];
        let src = crop.to_rgb8();
        let seen = surfaces(&best.mesh, &best.placed.view.through(best.placed.view.window, n), 1);
        for y in 0..n { for x in 0..n { let p = y*n+x;
            for k in 0..3 { rgb[(y*2*n+x)*3+k] = src[p*3+k]; }
            if seen.is_part(p) { let m = seen.normal[p]; let e = seen.edges[p] & 31 != 0; for k in 0..3 { let v = 0.5 - 0.5*[-m.x, m.y, m.z][k]; rgb[(y*2*n+n+x)*3+k] = if e {0} else {(v*255.0) as u8}; if e { rgb[(y*2*n+x)*3+k] = [255,0,0][k]; } } }
        }}
        // third panel: labels above coordinate bands of the stack's plane normal
        let r = &best.relief; let z = r.size; let k3 = n/z;
        let mut wide = vec![255u8; n*n*4*3];
        let (mut lo, mut hi) = (glam::DVec3::splat(1e9), glam::DVec3::splat(-1e9));
        for p in 0..z*z { if r.shown[p] { lo = lo.min(r.points[p]); hi = hi.max(r.points[p]); } }
        let axis = best.stacked.plane.normal();
        let ax = (0..3).find(|&a| axis[a] > 0.5).unwrap();
        for y in 0..n { for x in 0..2*n { for k in 0..3 { wide[(y*4*n+x)*3+k] = rgb[(y*2*n+x)*3+k]; } }
          for x in 0..n { let p = (y/k3)*z + x/k3; if !r.shown[p] { continue }
            let c: [f64;3] = match r.axes[p] { Some(a) => { let mut c=[0.2;3]; c[a]=0.95; c }, None => [0.6;3] };
            let v = (r.points[p][ax]-lo[ax])/(hi[ax]-lo[ax]).max(1e-6); let band = ((v*20.0).fract()<0.2) as u8 as f64;
            let d = [v*(1.0-band*0.5), v*(1.0-band*0.5), 1.0-v];
            for k in 0..3 { wide[(y*4*n+2*n+x)*3+k] = (c[k]*255.0) as u8; wide[(y*4*n+3*n+x)*3+k] = (d[k]*255.0) as u8; }
          } }
        std::fs::write(format!("{out}/{stem}.png"), encode_png_rgb(&wide, n*4, n)).unwrap();
    }
}
