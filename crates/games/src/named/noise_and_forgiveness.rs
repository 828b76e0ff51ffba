//! Slips of the hand between two that return what they get: how much to forgive.

use super::dilemma::{Payoffs, parameters};
use super::iterated::{choice_of_machines, dilemma, quotient, share, stage, undecided};
use super::{Analysis, Fault, Finding, Line, Mark, Named, Parameter, Picture, Value, Values, real, words};
use crate::number::Rational;
use crate::repeated::automaton::{
    Automaton, all_d, generous_tit_for_tat, graduated_reciprocation, memory_one, suspicious_tit_for_tat, tit_for_tat,
    win_stay_lose_shift,
};
use crate::repeated::{Match, Outcomes};
use crate::two::bimatrix::{Bimatrix, Player};

const PARAMETERS: [Parameter; 6] = {
    let [t, r, p, s] = parameters(["5", "3", "1", "0"]);
    let noise = real(
        "noise",
        "0.01",
        ["0.0001", "0.5"],
        "ε: probability that a move comes out as the other one",
        "ε：一次行动被误执行为另一行动的概率",
    );
    let generosity = real(
        "generosity",
        "1/3",
        ["0", "1"],
        "g: probability that a defection is answered with cooperation",
        "g：以合作回应背叛的概率",
    );
    [t, r, p, s, noise, generosity]
};

/// Accidents, echoes, forgiveness.
pub const GAME: Named = Named {
    id: "noise-and-forgiveness",
    title: words("Noise and forgiveness", "噪声与宽恕"),
    story: words(
        "Two that return what they get fall into conflict by accident: a slip of one is answered, the answer is \
         answered, and so on. A little forgiveness ends the echo; too much invites abuse.",
        "两个以牙还牙者因意外而陷入冲突：一方失误遭到回击，回击又遭回击，如此往复。些许宽恕可使回响终止，过度宽恕则招致利用。",
    ),
    source: "Molander 1985, Journal of Conflict Resolution 29(4), 611–618; Nowak & Sigmund 1992, Nature 355, 250–253; \
             Nowak & Sigmund 1993, Nature 364, 56–58",
    note: None,
    key: &["resists", "best_generosity"],
    claims: &["A175"],
    parameters: &PARAMETERS,
    labels: &[
        words("one", "甲"),
        words("other", "乙"),
        words("always defect", "始终背叛"),
        words("tit for tat", "以牙还牙"),
        words("generous tit for tat", "宽容的以牙还牙"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    dilemma(&p)?;
    let (stage, noise) = (stage(&p)?, values.of("noise"));
    let generous = generous(&values.of("generosity"))?;
    let mut findings = among_themselves(&stage, &noise, &generous)?;
    findings.extend(generosity(&p, &values.of("generosity")));
    let [ours, theirs] = [&generous, &all_d()].map(|other| meet(&stage, other, &generous, &noise));
    let resists = ours?.payoff(&stage, Player::Row) >= theirs?.payoff(&stage, Player::Row);
    findings.push(Finding::new(
        "resists",
        words(
            "whether the generous earn at least as much from each other as a defector earns from them",
            "宽容者彼此相遇所得是否不少于背叛者与之相遇所得",
        ),
        words("long-run payoffs with noise", "有噪声时的长期收益"),
        resists,
    ));
    findings.extend(concessions(&stage)?);
    let machines = [("always defect", all_d()), ("tit for tat", tit_for_tat()), ("generous tit for tat", generous)];
    let game = choice_of_machines("Noise and forgiveness", &stage, &machines, &noise, |pair| pair.long_run())?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture(&p, &stage, &noise)?) })
}

fn generous(generosity: &Rational) -> Result<Automaton, Fault> {
    let wrong = words("a generosity is a probability", "宽容度是一个概率");
    generous_tit_for_tat(generosity.clone()).map_err(|_| Fault::Together(wrong))
}

/// The long run of two machines.
fn meet(stage: &Bimatrix, first: &Automaton, second: &Automaton, noise: &Rational) -> Result<Outcomes, Fault> {
    Match::new(stage, first, second, noise.clone()).and_then(|pair| pair.long_run()).map_err(undecided)
}

/// What each kind earns among its own.
fn among_themselves(stage: &Bimatrix, noise: &Rational, generous: &Automaton) -> Result<Vec<Finding>, Fault> {
    let [no, yes] = [Rational::zero(), Rational::one()];
    let unforgiving = memory_one([yes.clone(), no.clone(), no.clone(), no], yes)
        .map_err(|_| Fault::Together(words("no such machine", "没有这样的策略")))?;
    let mut findings = Vec::new();
    for (pays, cooperates, machine, pay, rate) in [
        (
            "tit_for_tat_payoff",
            "tit_for_tat_cooperation",
            &tit_for_tat(),
            words("payoff per round where both play tit for tat, utility", "双方皆以牙还牙时的每轮收益，效用"),
            words("how often they cooperate, share", "此时的合作频率，比例"),
        ),
        (
            "generous_payoff",
            "generous_cooperation",
            generous,
            words(
                "payoff per round where both play generous tit for tat, utility",
                "双方皆为宽容的以牙还牙时的每轮收益，效用",
            ),
            words("how often they cooperate, share", "此时的合作频率，比例"),
        ),
        (
            "win_stay_payoff",
            "win_stay_cooperation",
            &win_stay_lose_shift(),
            words(
                "payoff per round where both play win-stay, lose-shift, utility",
                "双方皆“赢则守、输则变”时的每轮收益，效用",
            ),
            words("how often they cooperate, share", "此时的合作频率，比例"),
        ),
        (
            "grim_payoff",
            "grim_cooperation",
            &unforgiving,
            words(
                "payoff per round where both cooperate only after mutual cooperation, utility",
                "双方皆仅在互相合作之后才合作时的每轮收益，效用",
            ),
            words("how often they cooperate, share", "此时的合作频率，比例"),
        ),
    ] {
        let outcomes = meet(stage, machine, machine, noise)?;
        findings.push(Finding::new(
            pays,
            pay,
            words("stationary shares", "平稳分布"),
            outcomes.payoff(stage, Player::Row),
        ));
        findings.push(Finding::new(cooperates, rate, "", outcomes.cooperation(Player::Row)));
    }
    Ok(findings)
}

/// The most that can be forgiven without being exploited, and how soon forgiveness ends mutual defection.
fn generosity(p: &Payoffs, generosity: &Rational) -> Vec<Finding> {
    let most = &Rational::one() - &quotient(&p.greed(), &(&p.reward - &p.sucker));
    let most = most.min(quotient(&(&p.reward - &p.punishment), &(&p.temptation - &p.punishment)));
    let unforgiven = &Rational::one() - generosity;
    let leaves = &Rational::one() - &(&unforgiven * &unforgiven);
    let never = words("those who never forgive stay in mutual defection", "从不宽恕者将停留于互相背叛");
    vec![
        Finding::new(
            "best_generosity",
            words(
                "most that can be forgiven without inviting defection, as noise vanishes",
                "噪声趋于零时，不致招来背叛的最大宽恕概率",
            ),
            "min{1 − (T − R)/(R − S), (R − P)/(T − P)}",
            if most.is_positive() {
                Value::Exact(most)
            } else {
                Value::Absent(words("any forgiveness invites defection", "任何宽恕都会招来背叛"))
            },
        ),
        Finding::new(
            "escape",
            words("expected rounds until two generous leave mutual defection", "两个宽容者走出互相背叛的期望轮数"),
            "1 / (1 − (1 − g)²)",
            Rational::one().over(&leaves).map_or(Value::Absent(never), Value::Exact),
        ),
    ]
}

/// Two tit for tat are locked in mutual defection; one of them concedes once, or twice in a row.
fn concessions(stage: &Bimatrix) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    for (id, count, name) in [
        (
            "one_concession",
            1,
            words(
                "what one concession brings where two tit for tat are locked in mutual defection, without noise",
                "无噪声时，两个以牙还牙者陷于互相背叛，一方让步一次的结果",
            ),
        ),
        (
            "two_concessions",
            2,
            words(
                "what two concessions in a row bring there, without noise",
                "无噪声时，同样情形下一方连续让步两次的结果",
            ),
        ),
    ] {
        let began = graduated_reciprocation(count);
        let outcomes = meet(stage, &began, &suspicious_tit_for_tat(), &Rational::zero())?;
        let shares: Vec<bool> = outcomes.shares.iter().map(|share| !share.is_zero()).collect();
        let said = match shares.as_slice() {
            [true, false, false, false] => words("lasting mutual cooperation", "持久的互相合作"),
            [false, true, true, false] => words("taking turns at exploiting each other, for ever", "永远轮流利用对方"),
            [false, false, false, true] => words("mutual defection as before", "依旧互相背叛"),
            _ => words("a mixture of outcomes", "多种结果混杂"),
        };
        findings.push(Finding::new(id, name, "", said));
    }
    Ok(findings)
}

/// Payoffs by generosity: of the generous among themselves, and of a defector among them.
fn picture(p: &Payoffs, stage: &Bimatrix, noise: &Rational) -> Result<Picture, Fault> {
    let (mut together, mut abused) = (Vec::new(), Vec::new());
    for k in 0..=40 {
        let level = share(k, 40);
        let machine = generous(&level)?;
        let pay = |other: &Automaton| {
            meet(stage, other, &machine, noise).map(|o| (level.to_f64(), o.payoff(stage, Player::Row).to_f64()))
        };
        together.push(pay(&machine)?);
        abused.push(pay(&all_d())?);
    }
    let mark = generosity(p, &Rational::zero()).into_iter().next().and_then(|f| f.value.to_f64());
    let marks = mark
        .map(|g| Mark { name: words("most that can be forgiven", "最大宽恕概率"), at: (g, p.reward.to_f64()) });
    Ok(Picture {
        title: words("What forgiving earns, and what it invites", "宽恕所得与所招致的背叛"),
        x: words("generosity: probability of forgiving a defection", "宽容度：宽恕一次背叛的概率"),
        y: words("payoff per round, utility", "每轮收益，效用"),
        lines: vec![
            Line { name: words("generous among themselves", "宽容者之间"), points: together },
            Line { name: words("a defector among them", "其中的背叛者"), points: abused },
        ],
        marks: marks.into_iter().collect(),
    })
}
