//! The worker of the memory study: a second one of the lab, with a seat of its own among those of the page.

use yew::Callback;

use super::{Host, WorkerClient};
use crate::model::{Msg, StudyOrder};

/// Carries out the orders of the study, and tells what comes of them.
pub(crate) struct StudyWorker {
    client: WorkerClient,
    host: Option<Host>,
}

impl StudyWorker {
    /// Without a host it does nothing: the lab is a still.
    pub(crate) fn new(host: Option<&Host>, tell: &Callback<Msg>) -> StudyWorker {
        StudyWorker {
            client: WorkerClient::new(tell.reform(|msg| Msg::Study(Box::new(msg)))),
            host: host.map(Host::companion),
        }
    }

    /// Does what the model orders.
    pub(crate) fn obey(&self, order: StudyOrder) {
        match order {
            StudyOrder::Start => {
                if let Some(host) = &self.host {
                    self.client.start(host);
                }
            }
            StudyOrder::Run(id, plan) => self.client.simulate(id, plan),
            StudyOrder::End => self.end(),
        }
    }

    /// Ends the worker without a word.
    pub(crate) fn end(&self) {
        self.client.end();
    }
}
