//! A table in Markdown.

use std::fmt;

/// Rows of figures.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 4]>,
}

impl Table {
    /// Adds a figure, its ratio to the floor and what was asked of it.
    pub(crate) fn row(
        &mut self,
        what: &str,
        figure: f64,
        unit: &str,
        ratio: Option<f64>,
        target: Option<&str>,
    ) {
        let digits = usize::from(figure < 100.0) + usize::from(figure < 10.0);
        self.rows.push([
            what.to_owned(),
            format!("{figure:.digits$} {unit}"),
            ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default(),
            target.unwrap_or_default().to_owned(),
        ]);
    }
}

impl Table {
    /// Adds how many instructions a filter has, and the ratio to another's.
    pub(crate) fn count(&mut self, what: &str, instructions: usize, of: usize) {
        let ratio = instructions as u32 as f64 / of as u32 as f64;
        self.rows.push([
            what.to_owned(),
            format!("{instructions} instructions"),
            format!("{ratio:.2}"),
            String::new(),
        ]);
    }

    /// Says why there is no figure.
    pub(crate) fn missing(&mut self, what: &str, why: &str) {
        self.rows.push([what.to_owned(), why.to_owned(), String::new(), String::new()]);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | median | ratio | asked |")?;
        writeln!(f, "|---|---|---|---|")?;
        for [what, figure, ratio, target] in &self.rows {
            writeln!(f, "| {what} | {figure} | {ratio} | {target} |")?;
        }
        Ok(())
    }
}
