# How many requests a second SimFaaS simulates at the settings of the pool's benchmark. Run by `cargo xtask bench`.
"""Prints a table row: million requests per second of processor time, and the share of cold starts."""

import random
import sys
import time

import numpy
from simfaas.ServerlessSimulator import ServerlessSimulator

# Rate per second, mean service time and keep-alive in seconds, and requests: few enough for some seconds each.
SETTINGS = [(0.9, 1.991, 600, 60_000), (50, 0.1, 10, 60_000), (100, 1.0, 60, 20_000), (1000, 0.9, 60, 10_000)]


def main():
    cells = []
    for rate, service, keep_alive, requests in SETTINGS:
        numpy.random.seed(1)
        random.seed(1)
        simulator = ServerlessSimulator(
            arrival_rate=rate,
            warm_service_rate=1 / service,
            cold_service_rate=1 / service,
            expiration_threshold=keep_alive,
            max_time=requests / rate,
        )
        begun = time.process_time()
        simulator.generate_trace(debug_print=False, progress=False)
        took = time.process_time() - begun
        done = simulator.total_req_count
        cells.append(f"{done / took / 1e6:>11.4f} {'(' + str(simulator.total_cold_count) + ')':>8}")
    print(f"{'SimFaaS 0.2.2, newest':<28}" + "".join(cells))


if __name__ == "__main__":
    sys.exit(main())
