//! Tables as text: comma-separated, the first line names the columns.

use std::rc::Rc;

use super::Flaw;
use crate::scenario::Text;

/// Most lines of one table.
const MOST_LINES: usize = 1_000_000;

/// A table.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    file: &'static str,
    names: Rc<[String]>,
    rows: Vec<Row<'t>>,
}

/// One of its rows.
#[derive(Debug)]
pub(super) struct Row<'t> {
    file: &'static str,
    line: usize,
    names: Rc<[String]>,
    fields: Vec<std::borrow::Cow<'t, str>>,
}

impl<'t> Sheet<'t> {
    pub(super) fn read(file: &'static str, bytes: &'t [u8]) -> Result<Sheet<'t>, Flaw> {
        let flaw =
            |line: usize, en: &str, zh: &str| Flaw { file, line, column: String::new(), what: Text::new(en, zh) };
        let text = std::str::from_utf8(bytes).map_err(|e| {
            let line = bytes[..e.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
            flaw(line, "not UTF-8 text", "不是UTF-8文本")
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
        let head = lines.next().map(|(_, line)| split(line)).ok_or_else(|| flaw(0, "the file is empty", "文件为空"))?;
        let head = head.ok_or_else(|| flaw(1, "a quotation mark is never closed", "引号未闭合"))?;
        let names: Rc<[String]> = head.into_iter().map(|name| name.trim().to_owned()).collect();
        let mut rows = Vec::new();
        for (line, content) in lines.filter(|(_, content)| !content.trim().is_empty()) {
            let fields = split(content).ok_or_else(|| flaw(line, "a quotation mark is never closed", "引号未闭合"))?;
            if fields.len() != names.len() {
                let (has, wants) = (fields.len(), names.len());
                let en = format!("{has} fields where the first line names {wants} columns");
                return Err(flaw(line, &en, &format!("有{has}个字段，首行有{wants}列")));
            }
            if rows.len() == MOST_LINES {
                return Err(flaw(line, "more than a million lines", "超过一百万行"));
            }
            rows.push(Row { file, line, names: Rc::clone(&names), fields });
        }
        Ok(Sheet { file, names, rows })
    }

    /// Places of the columns of these names.
    pub(super) fn columns<const N: usize>(&self, wanted: [&str; N]) -> Result<[usize; N], Flaw> {
        let mut places = [0; N];
        for (place, name) in places.iter_mut().zip(wanted) {
            *place = self.names.iter().position(|n| n == name).ok_or_else(|| Flaw {
                file: self.file,
                line: 1,
                column: String::new(),
                what: Text::new(&format!("no column `{name}`"), &format!("缺少列`{name}`")),
            })?;
        }
        Ok(places)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Row<'t>> {
        self.rows.iter()
    }
}

impl Row<'_> {
    pub(super) fn word(&self, column: usize) -> &str {
        self.fields[column].trim()
    }

    /// A number within bounds; nothing where the field is empty.
    pub(super) fn number(&self, column: usize, (low, high): (f64, f64)) -> Result<Option<f64>, Flaw> {
        let word = self.word(column);
        if word.is_empty() {
            return Ok(None);
        }
        let short: String = word.chars().take(40).collect();
        match word.parse::<f64>() {
            Ok(value) if (low..=high).contains(&value) => Ok(Some(value)),
            Ok(_) => Err(self.flaw(
                column,
                &format!("{short} is not in [{low}, {high}]"),
                &format!("{short}不在[{low}, {high}]内"),
            )),
            Err(_) => Err(self.flaw(column, &format!("`{short}` is not a number"), &format!("`{short}`不是数字"))),
        }
    }

    /// What is wrong in one field of the row.
    pub(super) fn flaw(&self, column: usize, en: &str, zh: &str) -> Flaw {
        let column = self.names.get(column).cloned().unwrap_or_default();
        Flaw { file: self.file, line: self.line, column, what: Text::new(en, zh) }
    }
}

/// Fields of a line; a field in quotation marks may hold commas and doubled marks. `None`: a mark is never closed.
fn split(line: &str) -> Option<Vec<std::borrow::Cow<'_, str>>> {
    if !line.contains('"') {
        return Some(line.split(',').map(Into::into).collect());
    }
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field).into()),
            other => field.push(other),
        }
    }
    fields.push(field.into());
    (!quoted).then_some(fields)
}
