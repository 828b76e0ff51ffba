//! What the pages show is what the program prints.
//!
//! A page may hold files (a fence with a name after its kind: `efg crisis.efg`) and console blocks: lines with `$ `
//! are commands, what follows is their output. Every file is written, every command that begins with `herz solve` is
//! run there, and its output must be the one printed. With `UPDATE_GOLDEN` set the page is brought up to date.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{folder, text};

/// What a shell prints, errors among it, with the program at hand.
fn shell(line: &str, here: &Path) -> String {
    let bin = Path::new(env!("CARGO_BIN_EXE_herz")).parent().expect("a folder").to_path_buf();
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(bin).chain(std::env::split_paths(&rest))).expect("a path");
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{{ {line}\n}} 2>&1")]).current_dir(here).stdin(Stdio::null());
    command.env("PATH", path).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    text(&command.output().expect("a shell").stdout)
}

/// The page with the output of its commands as it is now.
fn brought_up_to_date(page: &str, here: &Path) -> String {
    let mut out = String::new();
    let mut fence: Option<String> = None;
    let mut file = String::new();
    let mut keep = true;
    for line in page.lines() {
        match (&fence, line.strip_prefix("```")) {
            (None, Some(kind)) => {
                (fence, keep) = (Some(kind.to_owned()), true);
                file.clear();
            }
            (Some(kind), Some(_)) => {
                if let Some((_, name)) = kind.split_once(' ') {
                    std::fs::write(here.join(name), &file).expect("written");
                }
                (fence, keep) = (None, true);
            }
            (Some(kind), None) if kind == "console" => {
                if let Some(command) = line.strip_prefix("$ ") {
                    let ours = command.starts_with("herz solve");
                    let shown = if ours { shell(command, here) } else { String::new() };
                    writeln!(out, "{line}").expect("a string takes it");
                    out.push_str(&shown);
                    keep = !ours;
                    continue;
                }
            }
            (Some(_), None) => writeln!(file, "{line}").expect("a string takes it"),
            (None, None) => {}
        }
        if keep {
            writeln!(out, "{line}").expect("a string takes it");
        }
    }
    out
}

fn golden(page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(page);
    let here = folder(&format!("pages-{}", page.replace('/', "-")));
    let before = std::fs::read_to_string(&path).expect("the page");
    let now = brought_up_to_date(&before, &here);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, now).expect("written");
        return;
    }
    let different = before.lines().zip(now.lines()).position(|(a, b)| a != b);
    let line = different.unwrap_or(before.lines().count().min(now.lines().count()));
    assert!(
        before == now,
        "{page}, line {}: the page says\n  {}\nand the program\n  {}\n(UPDATE_GOLDEN=1 brings the page up to date)",
        line + 1,
        before.lines().nth(line).unwrap_or("(nothing)"),
        now.lines().nth(line).unwrap_or("(nothing)"),
    );
}

#[test]
fn golden_games_in_the_readme_are_as_printed() {
    golden("README.md");
}

#[test]
fn golden_the_page_on_solving_is_as_printed() {
    golden("docs/solving.md");
}
