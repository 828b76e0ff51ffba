//! The page: one self-contained HTML file that needs no server, no network and, to be read, no script.

use lab::outcome::Outcome;

use crate::Lang;
use crate::html::{block, both, escape, fallback};
use crate::numbers::count;
use crate::section::{Limits, View, answer, basis, cite, definitions, hazard, paths, series};
use crate::words::{self, Word, fill, pick};

/// No page is larger, in bytes.
const LARGEST: usize = 1_000_000;

/// From generous to frugal: the first that fits is taken.
const LIMITS: [Limits; 3] = [
    Limits { actors: 8, panels: 24, pairs: 20, tracked: 6, numbers: 600, text: 4000, shortened: false },
    Limits { actors: 8, panels: 12, pairs: 20, tracked: 6, numbers: 300, text: 600, shortened: true },
    Limits { actors: 4, panels: 4, pairs: 8, tracked: 4, numbers: 60, text: 160, shortened: true },
];

/// The report of an outcome as one HTML page under one megabyte. Both languages stand in it; `lang` is shown first.
pub fn render(outcome: &Outcome, lang: Lang) -> String {
    let mut pages = LIMITS.iter().map(|limits| page(&View { outcome, limits: *limits }, lang));
    let mut last = String::new();
    for page in &mut pages {
        last = page;
        if last.len() < LARGEST {
            break;
        }
    }
    last
}

fn page(view: &View, lang: Lang) -> String {
    let (class, code) = if lang == Lang::En { ("en", "en") } else { ("zh", "zh-Hans") };
    let title = view.text(&view.outcome.title);
    let (en, zh) = fallback(&title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" class=\"{class}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"herz {}\">\n\
         <title data-en=\"{}\" data-zh=\"{}\">{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
        escape(&view.outcome.herz),
        escape(en),
        escape(zh),
        escape(&pick(&title, lang)),
        include_str!("page.css"),
    );
    out += &header(view);
    out += "<main>\n";
    let parts = [
        answer::section(view),
        series::effort(view),
        series::mistrust(view),
        hazard::section(view),
        definitions::section(view),
        paths::section(view),
        hazard::waste(view),
        series::spiral(view),
        basis::section(view),
        cite::section(view),
    ];
    out += &parts.concat();
    out + "</main>\n<script>\n" + include_str!("page.js") + "</script>\n</body>\n</html>\n"
}

fn header(view: &View) -> String {
    let o = view.outcome;
    let (start, end, runs, seed) = (o.start.to_string(), o.end.to_string(), count(o.replications), o.seed.to_string());
    let mut out = format!("<header>\n<button type=\"button\" id=\"lang\" hidden>{}</button>\n", both(&words::LANGUAGE));
    out += &block("h1", "", &view.text(&o.title));
    out += &block("p", "sub", &fill(words::SUBTITLE, &[&start, &end, &runs, &seed, &o.herz]));
    if o.replications < o.requested {
        out += &block("p", "warn", &fill(words::INTERRUPTED, &[&runs, &count(o.requested)]));
    }
    if view.limits.shortened {
        out += &block("p", "warn", &words::SHORTENED);
    }
    out + &contents() + "</header>\n"
}

fn contents() -> String {
    let parts: [Word; 10] = [
        words::S_ANSWER,
        words::S_EFFORT,
        words::S_MISTRUST,
        words::S_HAZARD,
        words::S_DEFINITIONS,
        words::S_PHASE,
        words::S_WASTE,
        words::S_SPIRAL,
        words::S_BASIS,
        words::S_CITE,
    ];
    let link = |(i, w): (usize, &Word)| format!("<a href=\"#s{}\">{}</a>\n", i + 1, both(w));
    format!("<nav>\n{}</nav>\n", parts.iter().enumerate().map(link).collect::<String>())
}
