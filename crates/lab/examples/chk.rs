fn main(){ let a:Vec<String>=std::env::args().collect(); let t=std::fs::read_to_string(&a[1]).unwrap();
 let sets:Vec<(String,String)>=a[2..].iter().map(|s|{let (a,b)=s.split_once('=').unwrap();(a.into(),b.into())}).collect();
 match lab::check::check(&t,&sets){Ok(s)=>println!("ok {} numbers",s.numbers.len()),Err(f)=>print!("{}",lab::fault::render(&f,&a[1],lab::scenario::Lang::En,false))}}
