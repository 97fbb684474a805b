//! Figure 8: how intersection over union and the mean squared difference are distributed.

use cadseq_evaluation::Judged;
use plotters::element::{PathElement, Polygon};
use plotters::style::Color as _;
use plotters::style::text_anchor::HPos;

use super::Plot;
use super::axes::{Axes, Axis, Frame};
use super::canvas::{Area, Drawing, Drawn, font, px, shape};
use crate::distribution::Distribution;
use crate::labelled::Labelled;
use crate::number::round_up;
use crate::stroke::Stroke;

/// Steps of a violin's outline.
const STEPS: usize = 200;
/// Least bandwidth as a share of the axis: a violin of equal values stays visible.
pub(crate) const MIN_BANDWIDTH: f64 = 0.01;
/// Half of a violin's greatest width, where runs lie 1 apart.
const HALF_WIDTH: f64 = 0.4;
const RUN_PX: f64 = 130.0;
const HEIGHT_PX: f64 = 340.0;
const NAMES_PX: f64 = 44.0;

/// A distribution with the outline of its violin.
#[derive(Debug, Clone)]
pub(crate) struct Violin {
    pub(crate) distribution: Distribution,
    /// Values as far as two bandwidths from the outermost, with their densities.
    pub(crate) outline: Vec<(f64, f64)>,
}

/// The violins of the predictions that have a solid, one a run, in their order.
#[derive(Debug, Clone)]
pub(crate) struct Violins {
    /// Of intersection over union, then of the mean squared difference.
    pub(crate) plots: [Plot; 2],
    pub(crate) ious: Vec<Violin>,
    pub(crate) mses: Vec<Violin>,
}

/// A number of a judged program.
type Quantity = fn(&Judged) -> Option<f64>;

/// Draws both plots. The axis of MSE ends at a round number above the largest.
pub(super) fn violins(runs: &[Labelled<'_>]) -> Violins {
    let all = runs.iter().flat_map(|run| &run.run.evaluation.judged);
    let largest = all.filter_map(|judged| judged.mse).fold(0.0, f64::max);
    let end = round_up(largest, 1e-4).min(1.0);
    let ious = of_runs(runs, |judged| judged.iou, 1.0);
    let mses = of_runs(runs, |judged| judged.mse, end);
    let iou_axis = Axis::share("IoU");
    let mse_axis = Axis::to_end("MSE", 0.0..end, 6);
    let plots = [
        plot(runs, &ious, "iou", "Intersection over union", iou_axis),
        plot(
            runs,
            &mses,
            "mse",
            "Mean squared difference of the pictures",
            mse_axis,
        ),
    ];
    Violins { plots, ious, mses }
}

fn of_runs(runs: &[Labelled<'_>], quantity: Quantity, end: f64) -> Vec<Violin> {
    let violin = |run: &Labelled<'_>| {
        let values = run.run.evaluation.judged.iter().filter_map(quantity);
        let distribution = Distribution::new(values, MIN_BANDWIDTH * end);
        Violin {
            outline: outline(&distribution, end),
            distribution,
        }
    };
    runs.iter().map(violin).collect()
}

fn outline(distribution: &Distribution, end: f64) -> Vec<(f64, f64)> {
    if distribution.len() == 0 {
        return Vec::new();
    }
    let reach = 2.0 * distribution.bandwidth;
    let low = (distribution.quantile(0.0) - reach).max(0.0);
    let high = (distribution.quantile(1.0) + reach).min(end);
    let value = |step: usize| low + (high - low) * step as f64 / STEPS as f64;
    let point = |step| (value(step), distribution.density(value(step)));
    (0..=STEPS).map(point).collect()
}

fn plot(runs: &[Labelled<'_>], violins: &[Violin], name: &str, title: &str, y: Axis) -> Plot {
    let width = 70.0 + RUN_PX * runs.len().max(2) as f64;
    let height = HEIGHT_PX + NAMES_PX;
    let axes = Axes {
        title: title.to_owned(),
        x: Axis {
            label: "",
            range: 0.0..runs.len() as f64,
            ticks: 0,
            decimals: 0,
        },
        y,
    };
    let drawing = Drawing::new((width as u32, height as u32), |area| {
        let (above, below) = area.split_vertically(px(HEIGHT_PX));
        let frame = Frame::draw(&above, &axes)?;
        for (index, (run, violin)) in runs.iter().zip(violins).enumerate() {
            let middle = index as f64 + 0.5;
            draw(&above, &frame, middle, violin, &run.stroke)?;
            let judged = run.run.evaluation.judged.len();
            let count = format!("{} of {judged} parsed", violin.distribution.len());
            let x = frame.at((middle, 0.0)).0;
            below.draw_text(&run.name, &font(11.5, HPos::Center), (x, px(6.0)))?;
            below.draw_text(&count, &font(10.5, HPos::Center), (x, px(24.0)))?;
        }
        Ok(())
    });
    Plot {
        name: name.to_owned(),
        description: format!(
            "{title}: a violin a run over the predictions that have a solid; numbers in \
             programs.csv and densities.csv"
        ),
        drawing,
    }
}

/// Draws a violin with its quartiles as a bar and its median as a white line.
fn draw(area: &Area<'_>, frame: &Frame, middle: f64, violin: &Violin, stroke: &Stroke) -> Drawn {
    let Violin {
        distribution,
        outline,
    } = violin;
    if distribution.len() == 0 {
        let place = (frame.at((middle, 0.0)).0, px(HEIGHT_PX / 2.0));
        return area.draw_text("nothing parsed", &font(11.5, HPos::Center), place);
    }
    let widest = outline
        .iter()
        .map(|(_, density)| *density)
        .fold(0.0, f64::max);
    let side = |sign: f64| {
        let point = move |&(value, density): &(f64, f64)| {
            frame.at((middle + sign * HALF_WIDTH * density / widest, value))
        };
        outline.iter().map(point)
    };
    let corners: Vec<(i32, i32)> = side(1.0).chain(side(-1.0).rev()).collect();
    let line = shape(stroke.color, 1.5);
    let fill = plotters::style::ShapeStyle {
        color: line.color.mix(0.35),
        ..line
    };
    area.draw(&Polygon::new(corners.clone(), fill))?;
    area.draw(&PathElement::new(
        [&corners[..], &corners[..1]].concat(),
        line,
    ))?;
    let [low, median, high] =
        [0.25, 0.5, 0.75].map(|share| frame.at((middle, distribution.quantile(share))));
    area.draw(&PathElement::new([low, high], shape([45, 45, 45], 7.0)))?;
    let (x, y) = median;
    let across = [(x - px(9.0), y), (x + px(9.0), y)];
    area.draw(&PathElement::new(across, shape([45, 45, 45], 4.0)))?;
    let across = [(x - px(8.0), y), (x + px(8.0), y)];
    area.draw(&PathElement::new(across, shape([255, 255, 255], 2.0)))
}
