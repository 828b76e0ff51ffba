//! Philox 4×32-10 against the known answers of Random123 (Salmon et al. 2011; kat_vectors of the library).

use theory::luck::{Luck, Purpose, philox};

#[test]
fn published_philox_known_answers() {
    let cases: [([u64; 4], [u32; 2], [u64; 4]); 3] = [
        ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        ([0xffff_ffff; 4], [0xffff_ffff; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        (
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
            [0xa409_3822, 0x299f_31d0],
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
        ),
    ];
    for (counter, key, want) in cases {
        // Every lane alike, and each lane on its own.
        let out = philox::<5>(counter.map(|word| [word; 5]), key);
        for lane in 0..5 {
            assert_eq!([out[0][lane], out[1][lane], out[2][lane], out[3][lane]], want);
        }
    }
}

/// A draw depends on every part of its name and on nothing else.
#[test]
fn published_named_luck_is_named() {
    let luck = Luck::new(7, Purpose::Reading, 3);
    let base = luck.uniforms::<8>(0, 5, 11, 12);
    // Lanes are replications.
    assert_eq!(luck.uniforms::<1>(3, 5, 11, 12)[0][0].to_bits(), base[0][3].to_bits());
    // The pair's two draws swap with the pair.
    let swapped = luck.uniforms::<8>(0, 5, 12, 11);
    assert_eq!((base[0], base[1]), (swapped[1], swapped[0]));
    let others = [
        Luck::new(8, Purpose::Reading, 3).uniforms::<8>(0, 5, 11, 12),
        Luck::new(7, Purpose::Effort, 3).uniforms::<8>(0, 5, 11, 12),
        Luck::new(7, Purpose::Reading, 4).uniforms::<8>(0, 5, 11, 12),
        luck.uniforms::<8>(8, 5, 11, 12),
        luck.uniforms::<8>(0, 6, 11, 12),
        luck.uniforms::<8>(0, 5, 11, 13),
    ];
    for other in others {
        assert!(base[0].iter().zip(&other[0]).all(|(a, b)| a != b));
    }
}

/// Uniforms are uniform and normals normal: 2²⁰ draws, Kolmogorov–Smirnov at a false-alarm rate of 1e-9
/// (D√n < 3.3: 2e^{−2·3.3²} ≈ 7e-10). Passing does not prove the sampler right.
#[test]
fn published_draws_have_their_distribution() {
    let luck = Luck::new(1, Purpose::Effort, 0);
    let mut uniforms = Vec::new();
    let (mut sum, mut square, mut fourth) = (0.0, 0.0, 0.0);
    for step in 0..1u32 << 15 {
        let u = luck.uniforms::<16>(0, step, 1, 2);
        uniforms.extend(u[0]);
        uniforms.extend(u[1]);
        for z in luck.normals::<16>(0, step, 1, 2).concat() {
            sum += z;
            square += z * z;
            fourth += z * z * z * z;
        }
    }
    let n = uniforms.len() as f64;
    assert!(uniforms.iter().all(|u| *u > 0.0 && *u < 1.0));
    uniforms.sort_by(f64::total_cmp);
    let distance = uniforms.iter().enumerate().map(|(i, u)| (u - (i as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
    assert!(distance * n.sqrt() < 3.3, "KS {}", distance * n.sqrt());
    // Six standard errors: 1/√n, √2/√n, √96/√n.
    assert!((sum / n).abs() < 6.0 / n.sqrt());
    assert!((square / n - 1.0).abs() < 6.0 * (2.0 / n).sqrt());
    assert!((fourth / n - 3.0).abs() < 6.0 * (96.0 / n).sqrt());
}

/// Draws whose names differ in one part are uncorrelated: the two of a pair, neighbours in replication, step, actor
/// and partner, and the streams of effort and reading. 2¹⁶ products of unit variance each: six standard errors.
#[test]
fn published_named_draws_are_uncorrelated() {
    let (effort, reading) = (Luck::new(1, Purpose::Effort, 9), Luck::new(1, Purpose::Reading, 9));
    let mut sums = [0.0; 7];
    for step in 0..1u32 << 12 {
        let [z, back] = reading.normals::<17>(0, step, 5, 6);
        let [later, _] = reading.normals::<16>(0, step + 1, 5, 6);
        let [other, _] = reading.normals::<16>(0, step, 5, 7);
        let [another, _] = reading.normals::<16>(0, step, 4, 6);
        let [own, _] = effort.normals::<16>(0, step, 5, 5);
        let [crossed, _] = effort.normals::<16>(0, step, 5, 6);
        for l in 0..16 {
            for (sum, y) in sums.iter_mut().zip([back[l], z[l + 1], later[l], other[l], another[l], own[l], crossed[l]])
            {
                *sum += z[l] * y;
            }
        }
    }
    for (which, sum) in sums.iter().enumerate() {
        assert!((sum / 65536.0).abs() < 6.0 / 256.0, "{which}: {}", sum / 65536.0);
    }
}
