//! The JSON Schema (draft 2020-12) of the scenario format, made from the catalogue: for editors and for the studio's form.
//!
//! A schema can say which keys, kinds and ranges are allowed. That references lead somewhere, that matrices fit and
//! that distributions lie in their ranges is for `check` to say.

use serde_json::{Map, Value, json};

use crate::catalogue::{EFFORT_UNIT, Parameter, Place, SWITCHES, Switch, parameters};
use crate::check::{DOCTRINES, FORMAT, ISSUE_KINDS, KINDS};
use crate::names::LONGEST_ID;
use crate::remedies::REMEDIES;

/// The schema.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "herz scenario",
        "type": "object",
        "properties": properties(Place::Root),
        "required": ["format", "id", "title", "clock", "ensemble", "actors", "issues"],
        "additionalProperties": false,
        "$defs": definitions(),
    })
}

fn definitions() -> Value {
    let mut all = Map::new();
    for parameter in parameters() {
        all.insert(parameter.key.to_owned(), number(parameter, &[]));
        if parameter.pairwise {
            all.insert(format!("{}-of-pairs", parameter.key), pairs(parameter));
        }
    }
    all.insert("text".into(), object(json!({ "en": words(), "zh": words() }), &["en", "zh"]));
    all.insert("id".into(), json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": LONGEST_ID }));
    all.insert("series".into(), table(Place::Series, &["years", "values", "unit", "source"]));
    Value::Object(all)
}

fn words() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

fn object(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn table(place: Place, required: &[&str]) -> Value {
    object(properties(place), required)
}

fn tables(place: Place, required: &[&str]) -> Value {
    json!({ "type": "array", "items": table(place, required) })
}

fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn whole(low: i64, high: i64) -> Value {
    json!({ "type": "integer", "minimum": low, "maximum": high })
}

fn one_of<'a>(names: impl Iterator<Item = &'a str>) -> Value {
    json!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}

/// The properties of a table: its structure, then its parameters.
fn properties(place: Place) -> Value {
    let mut all = Map::new();
    for key in place.structure() {
        all.insert((*key).to_owned(), structure(place, key));
    }
    for parameter in parameters().filter(|p| p.places.contains(&place)) {
        let name = if parameter.pairwise { format!("{}-of-pairs", parameter.key) } else { parameter.key.to_owned() };
        all.insert(parameter.key.to_owned(), refer(&name));
    }
    Value::Object(all)
}

/// The value of a key that is not a parameter.
fn structure(place: Place, key: &str) -> Value {
    match (place, key) {
        (Place::Assumptions, _) => SWITCHES.iter().find(|switch| switch.key == key).map_or(words(), reading),
        (_, "format") => json!({ "const": FORMAT as i64 }),
        (_, "id" | "within" | "represents" | "group" | "actor" | "from" | "to") => refer("id"),
        (_, "title" | "name" | "note" | "effort_unit" | "waste_unit") => refer("text"),
        (_, "clock") => table(Place::Clock, &["start", "end", "steps_per_year"]),
        (_, "ensemble") => table(Place::Ensemble, Place::Ensemble.structure()),
        (_, "measures") => table(Place::Measures, &[]),
        (_, "assumptions") => table(Place::Assumptions, &[]),
        (Place::Root, "groups") => tables(Place::Group, &["id", "name"]),
        (Place::Root, "actors") => at_least_one(tables(Place::Actor, &["id", "name"])),
        (Place::Root, "issues") => {
            at_least_one(tables(Place::Issue, &["id", "name", "kind", "effort_unit", "waste_unit", "actors"]))
        }
        (_, "war") => table(Place::War, &[]),
        (_, "nuclear") => table(Place::Nuclear, &[]),
        (Place::Issue, "health") => table(Place::Health, &["reproduction"]),
        (_, "variants") => tables(Place::Variant, &["since"]),
        (_, "seeds") => tables(Place::Seed, &["actor", "arrives", "people"]),
        (Place::Issue, "commons") => table(Place::Commons, &["regrowth", "catchability"]),
        (Place::Issue, "adversity") => table(Place::Adversity, &[]),
        (_, "blows") => tables(Place::Blow, &["actor", "strikes", "weight_of_blow"]),
        (_, "spillovers") => tables(Place::Spillover, &["from", "to"]),
        (Place::Root, "remedies") => tables(Place::Remedy, &["id", "name", "kind", "carriers", "start"]),
        (_, "packages") => tables(Place::Package, &["id", "name", "remedies"]),
        (_, "order") => table(Place::Order, &["first_step", "second_step", "first", "gap"]),
        (Place::Order, "names") => json!({ "type": "array", "items": refer("text"), "minItems": 2, "maxItems": 2 }),
        (_, "carriers" | "toward" | "remedies" | "first_step" | "second_step") => {
            json!({ "type": "array", "items": refer("id"), "minItems": 1, "uniqueItems": true })
        }
        (_, "in_force") => json!({ "type": "boolean" }),
        (_, "first") => whole(-100_000, 100_000),
        (_, "gap") => whole(1, 10_000),
        (Place::Remedy, "kind") => one_of(REMEDIES.iter().map(|k| k.key)),
        (Place::Remedy, "mode") => one_of(modes().into_iter()),
        (Place::Remedy, "issue") => refer("id"),
        (_, "groups") => tables(Place::IssueGroup, &["group"]),
        (_, "actors") => tables(Place::IssueActor, &["actor", "baseline", "responsiveness"]),
        (_, "start" | "end") => whole(-100_000, 100_000),
        (_, "steps_per_year" | "records_per_year") => whole(1, 366),
        (_, "replications") => whole(1, 10_000_000),
        (_, "seed") => json!({ "type": "integer", "minimum": 0 }),
        (_, "doctrine") => one_of(DOCTRINES.iter().map(|(name, _)| *name)),
        (_, "kind") => one_of(ISSUE_KINDS.iter().map(|(name, _)| *name)),
        (_, "output" | "observed" | "observed_deaths" | "observed_cases" | "observed_doses") => refer("series"),
        (_, "years" | "values") => json!({ "type": "array", "items": { "type": "number" }, "minItems": 1 }),
        _ => words(),
    }
}

/// Every mode of every kind of remedy, once.
fn modes() -> Vec<&'static str> {
    let mut words: Vec<&str> =
        REMEDIES.iter().flat_map(|k| k.modes).map(|m| m.word).filter(|w| !w.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn at_least_one(mut tables: Value) -> Value {
    tables["minItems"] = json!(1);
    tables
}

fn reading(switch: &Switch) -> Value {
    let meanings: Map<String, Value> = switch
        .allowed
        .iter()
        .zip(switch.meanings)
        .map(|(value, meaning)| ((*value).to_owned(), json!({ "en": meaning.en, "zh": meaning.zh })))
        .collect();
    let mut reading = one_of(switch.allowed.iter().copied());
    reading["default"] = json!(switch.default);
    reading["description"] = json!(switch.question.en);
    reading["x-zh"] = json!(switch.question.zh);
    reading["x-meanings"] = Value::Object(meanings);
    reading
}

/// A number table of this parameter; `extra` properties are allowed and required beside the usual ones.
fn number(parameter: &Parameter, extra: &[(&str, Value)]) -> Value {
    let (low, high) = parameter.range;
    let inside = json!({ "type": "number", "minimum": low, "maximum": high });
    let list =
        |count: usize| json!({ "type": "array", "items": { "type": "number" }, "minItems": count, "maxItems": count });
    let mut properties = json!({
        "value": inside,
        "uniform": list(2),
        "normal": list(2),
        "lognormal": list(2),
        "beta": list(2),
        "triangular": list(3),
        "choice": { "type": "array", "items": inside, "minItems": 1 },
        "weights": { "type": "array", "items": { "type": "number", "exclusiveMinimum": 0 } },
    });
    trimmings(&mut properties, parameter);
    let mut required = vec!["unit"];
    for (key, value) in extra {
        properties[*key] = value.clone();
        if *key != "both" {
            required.push(key);
        }
    }
    let mut table = object(properties, &required);
    let kinds: Vec<Value> = KINDS.iter().map(|kind| json!({ "required": [kind] })).collect();
    table["allOf"] = json!([{ "oneOf": kinds }, why()]);
    describe(&mut table, parameter);
    table
}

/// Unit, reason and range of a number table.
fn trimmings(properties: &mut Value, parameter: &Parameter) {
    let (low, high) = parameter.range;
    let unit = if parameter.unit == EFFORT_UNIT { words() } else { json!({ "const": parameter.unit }) };
    let ends = json!({ "type": "number", "minimum": low, "maximum": high });
    properties["unit"] = unit;
    properties["source"] = words();
    properties["assumed"] = words();
    properties["range"] = json!({ "type": "array", "items": ends, "minItems": 2, "maxItems": 2 });
}

fn why() -> Value {
    json!({ "oneOf": [{ "required": ["source"] }, { "required": ["assumed"] }] })
}

fn describe(table: &mut Value, parameter: &Parameter) {
    table["title"] = json!(parameter.name.en);
    table["description"] = json!(parameter.explanation.en);
    table["x-zh"] = json!({ "title": parameter.name.zh, "description": parameter.explanation.zh });
    table["x-symbol"] = json!(parameter.symbol);
    table["x-unit"] = json!(parameter.unit);
    table["x-range"] = json!([parameter.range.0, parameter.range.1]);
    if let Some(default) = parameter.default {
        table["x-default"] = json!(default);
    }
}

/// A pair quantity: one number, a matrix, or a default and exceptions.
fn pairs(parameter: &Parameter) -> Value {
    let rows = json!({ "type": "array", "items": { "type": "array", "items": { "type": "number" } } });
    let mut matrix = json!({ "matrix": rows });
    trimmings(&mut matrix, parameter);
    let mut matrix = object(matrix, &["matrix", "unit"]);
    matrix["allOf"] = json!([why()]);
    let pair = number(parameter, &[("from", refer("id")), ("to", refer("id")), ("both", json!({ "type": "boolean" }))]);
    let list = json!({ "type": "array", "items": pair });
    let mut exceptions = object(json!({ "default": refer(parameter.key), "pairs": list }), &[]);
    exceptions["minProperties"] = json!(1);
    json!({ "anyOf": [refer(parameter.key), matrix, exceptions] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::PLACES;
    use crate::check::TRIMMINGS;
    use crate::presets::PRESETS;
    use crate::starter::STARTER;

    /// What is wrong with a value by the keywords that [`schema`] uses; any other keyword is refused.
    fn flaws(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        let inner = |s: &Value| flaws(root, s, value, at);
        let passing = |list: &Value| list.as_array().unwrap().iter().filter(|s| inner(s).is_empty()).count();
        let size = value.as_array().map_or(0, Vec::len) as f64;
        for (keyword, rule) in schema.as_object().unwrap() {
            let fine = match keyword.as_str() {
                "$ref" => {
                    let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    wrong.extend(inner(&root["$defs"][name]));
                    true
                }
                "type" => match rule.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    kind => kind == "number" && value.is_number(),
                },
                "properties" => {
                    for (key, item) in value.as_object().into_iter().flatten() {
                        if let Some(rule) = rule.get(key) {
                            wrong.extend(flaws(root, rule, item, &format!("{at}.{key}")));
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    let known = schema["properties"].as_object().unwrap();
                    value.as_object().is_none_or(|table| table.keys().all(|key| known.contains_key(key)))
                }
                "required" => rule.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
                "items" => {
                    for item in value.as_array().into_iter().flatten() {
                        wrong.extend(flaws(root, rule, item, &format!("{at}[]")));
                    }
                    true
                }
                "enum" => rule.as_array().unwrap().contains(value),
                "const" => rule == value,
                "oneOf" => passing(rule) == 1,
                "anyOf" => passing(rule) >= 1,
                "allOf" => passing(rule) == rule.as_array().unwrap().len(),
                "minimum" => value.as_f64().is_none_or(|x| x >= rule.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|x| x <= rule.as_f64().unwrap()),
                "exclusiveMinimum" => value.as_f64().is_none_or(|x| x > rule.as_f64().unwrap()),
                "uniqueItems" => value
                    .as_array()
                    .is_none_or(|items| items.iter().enumerate().all(|(at, item)| !items[..at].contains(item))),
                "minItems" => size >= rule.as_f64().unwrap(),
                "maxItems" => size <= rule.as_f64().unwrap(),
                "minLength" => value.as_str().is_none_or(|s| !s.is_empty()),
                "maxLength" | "pattern" => value.as_str().is_none_or(crate::names::is_id),
                "minProperties" => value.as_object().is_none_or(|table| !table.is_empty()),
                "$schema" | "$defs" | "title" | "description" | "default" => true,
                other => other.starts_with("x-"),
            };
            if !fine {
                wrong.push(format!("{at}: {keyword} {rule}"));
            }
        }
        wrong
    }

    fn json_of(text: &str) -> Value {
        toml::from_str(text).expect("TOML")
    }

    #[test]
    fn contract_every_preset_and_the_starter_follow_the_schema() {
        let schema = schema();
        let open = STARTER.replace("#| ", "");
        let as_run = crate::write::as_run(&crate::check::check(&open, &[]).expect("checked above"));
        let uniform = "uniform = [0.1, 0.5]";
        let matrix = STARTER.replace(uniform, "range = [0, 1]\nmatrix = [[0, 0.2], [0.3, 0]]");
        assert_ne!(matrix, STARTER);
        for text in PRESETS.iter().map(|preset| preset.text).chain([STARTER, &open, &as_run, &matrix]) {
            assert_eq!(flaws(&schema, &schema, &json_of(text), ""), Vec::<String>::new());
        }
    }

    #[test]
    fn contract_the_schema_refuses_what_the_checker_refuses() {
        let schema = schema();
        let spoilt = [
            ("value = 10,", "value = -10,"),
            ("kind = \"military\"", "kind = \"militry\""),
            ("unit = \"probability\"", "unit = \"percent\""),
            ("greedy = {", "greedyness = {"),
            ("format = 1", "format = 2"),
            ("title = { en = \"Two neighbours\", zh = \"两个邻国\" }", "title = \"Two neighbours\""),
            ("assumed = \"one in five\"", "assumed = \"one in five\", source = \"too\""),
            ("seed = 1", "seed = -1"),
        ];
        for (good, bad) in spoilt {
            let text = STARTER.replacen(good, bad, if good.starts_with("unit") { 20 } else { 1 });
            assert_ne!(text, STARTER, "{good}");
            assert!(!flaws(&schema, &schema, &json_of(&text), "").is_empty(), "{bad}");
            assert!(crate::check::check(&text, &[]).is_err(), "{bad}");
        }
    }

    #[test]
    fn contract_the_schema_knows_the_keys_that_the_checker_knows() {
        for place in PLACES {
            let known = properties(*place);
            let mut keys: Vec<&str> = known.as_object().unwrap().keys().map(String::as_str).collect();
            let mut expected = place.keys();
            keys.sort_unstable();
            expected.sort_unstable();
            assert_eq!(keys, expected, "{place:?}");
        }
        for parameter in crate::catalogue::PARAMETERS {
            let known = &number(parameter, &[])["properties"];
            assert!(KINDS.iter().chain(TRIMMINGS).all(|key| known.get(key).is_some()));
            assert_eq!(known.as_object().unwrap().len(), KINDS.len() + TRIMMINGS.len());
        }
    }
}
