//! Gambit's files of games in normal form: `.nfg`, with a list of payoffs or a list of outcomes.
//!
//! After the head come the strategies, as names (`{ { "a" "b" } { "c" "d" } }`) or only as counts (`{ 2 2 }`); then
//! a comment, if any; then either the payoffs of all players in every profile, or outcomes (`{ { "" 1, 2 } … }`)
//! and the number of the outcome of every profile, 0 for none. The first player's strategy changes fastest
//! (Gambit 16 manual, "The strategic game (.nfg) file format").

use crate::gambit::lexer::{Fault, Faults, Lexer, Read, Token, head, quote, quote_all};
use crate::normal::{MAX_ACTIONS, MAX_PAYOFFS, MAX_PLAYERS, NormalError, NormalForm, profiles_of};
use crate::number::Rational;
use crate::said::{Said, say};

fn number_wanted() -> Said {
    say("a number like 3, -0.25, 1e-3 or 1/3", "数字，如 3、-0.25、1e-3 或 1/3")
}

/// Reads a game. Numbers are exact: 0.1 is one tenth.
///
/// # Errors
/// All faults that do not follow from one another, with their places.
pub fn read(text: &str) -> Result<Read<NormalForm>, Faults> {
    let mut lexer = Lexer::new(text)?;
    let game = whole(&mut lexer);
    lexer.told(game)
}

fn whole(lexer: &mut Lexer<'_>) -> Result<Read<NormalForm>, Fault> {
    let (title, players) = head(lexer, "NFG", 1, MAX_PLAYERS)?;
    let at = lexer.start();
    let actions = strategies(lexer, players.len())?;
    let counts: Vec<usize> = actions.iter().map(Vec::len).collect();
    let refused = |lexer: &Lexer<'_>, error: NormalError| {
        lexer.fault_at(at, error.said(), say("a game within these limits", "在上述限度内的博弈"))
    };
    let profiles = profiles_of(&counts).map_err(|error| refused(lexer, error))?;
    let comment = lexer.text_if_any()?.unwrap_or_default();
    let payoffs = match lexer.token() {
        Token::Open => from_outcomes(lexer, players.len(), profiles)?,
        _ => listed(lexer, players.len(), profiles)?,
    };
    // What was noted may be what does not belong here, rather than what is left over now.
    if *lexer.token() != Token::End && !lexer.is_broken() {
        return Err(lexer.instead(say(
            format!("the end of the file: all {profiles} profiles have been read"),
            format!("文件结束：{profiles} 个策略组合均已读完"),
        )));
    }
    lexer.stop()?;
    let game = NormalForm::new(title, players, actions, payoffs).map_err(|error| refused(lexer, error))?;
    Ok(Read { game, comment })
}

/// The names of every player's strategies; numbered where only counts are given.
fn strategies(lexer: &mut Lexer<'_>, players: usize) -> Result<Vec<Vec<String>>, Fault> {
    let right = || {
        say(
            format!("strategies of {players} players: {{ 2 2 }} or {{ {{ \"a\" \"b\" }} {{ \"c\" \"d\" }} }}"),
            format!("{players} 名参与者的策略：{{ 2 2 }} 或 {{ {{ \"a\" \"b\" }} {{ \"c\" \"d\" }} }}"),
        )
    };
    lexer.pass(&Token::Open, right())?;
    let mut all = Vec::new();
    // Counts alone could ask for more names than memory holds: the product is looked at before names are made.
    let mut counts = Vec::new();
    let first = lexer.start();
    while *lexer.token() != Token::Close {
        if all.len() + counts.len() == players {
            return Err(lexer.instead(right()));
        }
        match lexer.token() {
            Token::Open if counts.is_empty() => all.push(lexer.texts(MAX_ACTIONS, right())?),
            Token::Word(_) if all.is_empty() => counts.push(lexer.whole(MAX_ACTIONS as u64, right())? as usize),
            _ => return Err(lexer.instead(right())),
        }
    }
    if all.len() + counts.len() < players {
        return Err(lexer.instead(right()));
    }
    lexer.advance()?;
    if all.is_empty() {
        let refused = |error: NormalError| lexer.fault_at(first, error.said(), right());
        profiles_of(&counts).map_err(refused)?;
        all = counts.into_iter().map(|count| (1..=count).map(|k| k.to_string()).collect()).collect();
    }
    Ok(all)
}

/// The payoffs of all players in every profile, one after another.
fn listed(lexer: &mut Lexer<'_>, players: usize, profiles: usize) -> Result<Vec<Vec<Rational>>, Fault> {
    let mut payoffs = vec![Vec::with_capacity(profiles); players];
    for profile in 0..profiles {
        for own in &mut payoffs {
            if *lexer.token() == Token::End {
                let wanted = profiles * players;
                return Err(lexer.instead(say(
                    format!(
                        "{wanted} payoffs ({profiles} profiles × {players} players); profile {} lacks one",
                        profile + 1
                    ),
                    format!(
                        "{wanted} 个收益（{profiles} 个策略组合 × {players} 名参与者）；第 {} 个组合缺少收益",
                        profile + 1
                    ),
                )));
            }
            own.push(lexer.number_or_note(number_wanted())?);
            lexer.pass_comma()?;
        }
    }
    Ok(payoffs)
}

/// The outcomes, and which of them every profile has.
fn from_outcomes(lexer: &mut Lexer<'_>, players: usize, profiles: usize) -> Result<Vec<Vec<Rational>>, Fault> {
    let right = || say("an outcome: { \"name\" 1, 2 }", "结果：{ \"名称\" 1, 2 }");
    lexer.pass(&Token::Open, right())?;
    let mut outcomes: Vec<Vec<Rational>> = vec![vec![Rational::zero(); players]];
    while *lexer.token() != Token::Close {
        if outcomes.len() * players > MAX_PAYOFFS {
            let wrong = say("too many outcomes", "结果过多");
            let limit = MAX_PAYOFFS / players;
            return Err(lexer.fault(wrong, say(format!("at most {limit}"), format!("至多 {limit} 个"))));
        }
        lexer.pass(&Token::Open, right())?;
        lexer.text(right())?;
        outcomes.push(amounts(lexer, players)?);
    }
    lexer.advance()?;
    let mut payoffs = vec![Vec::with_capacity(profiles); players];
    let most = outcomes.len() - 1;
    for profile in 1..=profiles {
        let number = lexer.whole(
            most as u64,
            say(
                format!("the outcome of profile {profile} of {profiles}, 0 (none) to {most}"),
                format!("第 {profile} 个策略组合（共 {profiles} 个）的结果编号，0（无）至 {most}"),
            ),
        )?;
        let outcome = outcomes.get(number as usize).into_iter().flatten();
        payoffs.iter_mut().zip(outcome).for_each(|(own, value)| own.push(value.clone()));
    }
    Ok(payoffs)
}

/// One amount per player up to the closing brace; commas between them or not.
pub(crate) fn amounts(lexer: &mut Lexer<'_>, players: usize) -> Result<Vec<Rational>, Fault> {
    let mut list = Vec::with_capacity(players);
    for player in 0..players {
        lexer.pass_comma()?;
        if matches!(lexer.token(), Token::Close) {
            return Err(lexer.instead(say(
                format!("a payoff of each of {players} players; there are {player}"),
                format!("{players} 名参与者各一个收益；目前只有 {player} 个"),
            )));
        }
        list.push(lexer.number_or_note(number_wanted())?);
    }
    lexer.pass_comma()?;
    lexer.pass(&Token::Close, say(format!("}} after {players} payoffs"), format!("{players} 个收益之后应为 }}")))?;
    Ok(list)
}

/// The game as a file, with a list of payoffs; [`read`] gives the same game back.
pub fn write(game: &NormalForm, comment: &str) -> String {
    let mut out = format!("NFG 1 R {} {}\n\n{{ ", quote(game.title()), quote_all(game.players()));
    for names in game.actions() {
        out.push_str(&quote_all(names));
        out.push('\n');
    }
    out.push_str(&format!("}}\n{}\n\n", quote(comment)));
    for profile in 0..game.profiles() {
        let pays: Vec<String> = (0..game.players().len()).map(|p| game.payoffs(p)[profile].to_string()).collect();
        out.push_str(&pays.join(" "));
        out.push('\n');
    }
    out
}
