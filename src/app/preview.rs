//! TEMPORARY: writes pictures of states into /tmp/labview.
use crate::components::*;
use crate::model::*;
use crate::sample::*;
use std::cell::RefCell;
use std::rc::Rc;
use yew::AttrValue;

pub(crate) type Drive = Box<dyn Fn(&mut Model)>;
thread_local! { pub(crate) static DRIVE: RefCell<Option<Drive>> = const { RefCell::new(None) }; }

pub(crate) fn drive(model: &mut Model) {
    DRIVE.with_borrow(|drive| {
        if let Some(drive) = drive {
            drive(model)
        }
    });
}

fn pump(model: &mut Model, deeds: &[Deed], msg: Msg) {
    let mut orders = model.update(msg);
    while !orders.is_empty() {
        match orders.remove(0) {
            Command::StartWorker => orders.extend(model.update(Msg::WorkerBecameReady)),
            Command::Simulate { id, plan } => {
                let run = simulated(&plan, deeds).run();
                orders.extend(model.update(Msg::ReceivedRun { id, run }));
            }
            Command::Describe { id, index } => {
                let invocation = simulated(model.plan(), deeds).invocation(index).cloned();
                orders.extend(model.update(Msg::ReceivedInvocation {
                    id,
                    index,
                    invocation,
                }));
            }
            _ => {}
        }
    }
}

const CODE: &str = "let served = 0;   // one counter in each container\n\nexports.myHandler = function (event, context, callback) {\n  served += 1;\n  const colour = event.queryStringParameters.colour;\n  console.log('looking for', colour, 'kites');\n  setTimeout(() => callback(null, {   // a slow look-up\n    statusCode: 200,\n    body: JSON.stringify({ colour, served }),\n  }), 40 + 120 * Math.random());\n};";

fn render(name: &str, drive: Drive) {
    DRIVE.set(Some(drive));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let props = || LabProps {
        label: AttrValue::from(""),
        code: AttrValue::from(CODE),
        method: "GET".into(),
        path: "/kites".into(),
        query: "colour=red".into(),
        host: None,
    };
    let lab = runtime.block_on(
        yew::LocalServerRenderer::<Lab>::with_props(props())
            .hydratable(false)
            .render(),
    );
    let marks = runtime.block_on(
        yew::LocalServerRenderer::<Marks>::new()
            .hydratable(false)
            .render(),
    );
    let (plan, run) = run_of(&[
        (0, Deed::Answers(112)),
        (400, Deed::Answers(64)),
        (800, Deed::Answers(91)),
        (800, Deed::Answers(57)),
    ]);
    let figure = runtime.block_on(
        yew::LocalServerRenderer::<RunFigure>::with_props(RunFigureProps {
            plan: Rc::new(plan),
            run: Rc::new(run),
            caption: "Four requests to the code of this lesson.".into(),
        })
        .hydratable(false)
        .render(),
    );
    DRIVE.set(None);
    for scheme in ["light", "dark"] {
        let html = format!(
            "<!doctype html><html lang=en style='color-scheme:{scheme}'><head><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'><link rel=stylesheet href=page.css><link rel=stylesheet href=lab.css><style>:root{{color-scheme:{scheme}!important}}</style></head><body>{marks}<header class=site><a class=brand href='#'><svg viewBox='0 0 26 20' aria-hidden=true><rect class=m-cold x=.75 y=.75 width=9 height=7 rx=2></rect><rect class=m-run x=12 width=14 height=8.5 rx=2.5></rect><rect class=m-run y=11.5 width=16 height=8.5 rx=2.5></rect><path class=m-warm d='M18.5 15.75H26'></path></svg>Coldstart</a></header><main><section class=page aria-label=Article><div class='prose first'><h1>What is serverless?</h1><p class=meta>23 December 2016 · 12 minutes</p><p>You write a function. Somebody else keeps the machines, runs your function when it is wanted, and charges for that time and for no other.</p>{figure}<p>Serverless hands all four to a provider.</p></div><div data-coldstart-lab>{lab}</div><div class=prose><h2>A container for each request</h2><p>Go on.</p></div></section></main></body></html>"
        );
        let suffix = if scheme == "dark" { "-dark" } else { "" };
        std::fs::write(format!("/tmp/labview/{name}{suffix}.html"), html).unwrap();
    }
}

#[test]
fn preview() {
    render("first", Box::new(|_| {}));
    let five = [
        Deed::Answers(112),
        Deed::Answers(64),
        Deed::Answers(48),
        Deed::Answers(101),
        Deed::Answers(137),
        Deed::Answers(88),
        Deed::Answers(91),
    ];
    render(
        "rest",
        Box::new(move |m| {
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ChangedCount("2".into()));
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ChangedCount("3".into()));
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ChoseInvocation(4));
        }),
    );
    render(
        "one",
        Box::new(move |m| {
            pump(m, &five, Msg::ClickedSend);
        }),
    );
    render(
        "table",
        Box::new(move |m| {
            pump(m, &five, Msg::ChangedCount("7".into()));
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ChoseView(PoolView::Table));
            pump(m, &five, Msg::ChoseTab(AnswerTab::Log));
        }),
    );
    let err = [Deed::Answers(112), Deed::Answers(64), Deed::Throws(6)];
    render(
        "error",
        Box::new(move |m| {
            for _ in 0..3 {
                pump(m, &err, Msg::ClickedSend);
            }
        }),
    );
    let hang = [Deed::Answers(112), Deed::Hangs, Deed::Answers(64)];
    render(
        "hang",
        Box::new(move |m| {
            for _ in 0..3 {
                pump(m, &hang, Msg::ClickedSend);
            }
            pump(m, &hang, Msg::ChoseInvocation(1));
        }),
    );
    render(
        "replaced",
        Box::new(move |m| {
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::EditedCode(format!("{CODE}\n// mine")));
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ChoseTab(AnswerTab::Event));
        }),
    );
    for n in [8, 20, 50, 60, 1000] {
        let deeds: Vec<Deed> = (0..n)
            .map(|i| {
                Deed::Answers(
                    [
                        112, 64, 48, 101, 137, 88, 91, 53, 57, 76, 143, 120, 44, 69, 98, 155, 83,
                        60, 131, 72,
                    ][i % 20],
                )
            })
            .collect();
        render(
            &format!("burst{n}"),
            Box::new(move |m| {
                pump(m, &deeds, Msg::ChangedCount(n.to_string()));
                pump(m, &deeds, Msg::ClickedSend);
            }),
        );
    }
    render(
        "many",
        Box::new(move |m| {
            for _ in 0..14 {
                pump(m, &five, Msg::ClickedSend);
            }
        }),
    );
    render(
        "form",
        Box::new(move |m| {
            pump(m, &five, Msg::ClickedSend);
            pump(m, &five, Msg::ChangedHeaders("Accept: x\nnonsense".into()));
            pump(m, &five, Msg::ChangedCount("0".into()));
            pump(m, &five, Msg::ClickedSend);
        }),
    );
    render(
        "fault",
        Box::new(move |m| {
            pump(m, &five, Msg::ClickedSend);
            m.update(Msg::ClickedSend);
            m.update(Msg::WorkerFailed(Fault::Broken(
                "memory access out of bounds".into(),
            )));
        }),
    );
    render(
        "long",
        Box::new(move |m| {
            pump(m, &five, Msg::EditedCode((0..300).map(|i| format!("  line({i}); // a long line that goes on and on and on and on and on\n")).collect()));
            pump(m, &five, Msg::ChangedQuery("a=1&".repeat(75)));
            pump(m, &five, Msg::ClickedSend);
        }),
    );
}
