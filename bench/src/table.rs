//! A table in Markdown.

use std::fmt;

/// Rows of figures.
pub(crate) struct Table {
    titles: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Default for Table {
    fn default() -> Table {
        Table::new(&["what", "median", "ratio", "asked"])
    }
}

impl Table {
    /// With these columns.
    pub(crate) fn new(titles: &'static [&'static str]) -> Table {
        Table { titles, rows: Vec::new() }
    }

    /// Adds a row; cells that are missing at its end are empty.
    pub(crate) fn add(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

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
        self.add(vec![
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
        self.add(vec![
            what.to_owned(),
            format!("{instructions} instructions"),
            format!("{ratio:.2}"),
            String::new(),
        ]);
    }

    /// Says why there is no figure.
    pub(crate) fn missing(&mut self, what: &str, why: &str) {
        self.add(vec![what.to_owned(), why.to_owned()]);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(f, "| {} |", self.titles.join(" | "))?;
        writeln!(f, "|{}", "---|".repeat(self.titles.len()))?;
        for row in &self.rows {
            let cells = (0..self.titles.len()).map(|n| row.get(n).map_or("", String::as_str));
            writeln!(f, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
        }
        Ok(())
    }
}
