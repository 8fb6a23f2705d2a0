# SPDX-FileCopyrightText: The Common Ground developers
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A study that is served for a test, and clients for it: one that behaves, and raw sockets that do not."""
import base64
import hashlib
import hmac
import http.client
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "turnip ladder ocean seventeen kettles"


def fail(message):
    print(f"FAILED: {message}", file=sys.stderr)
    sys.exit(1)


def expect(good, message):
    if not good:
        fail(message)


def totp(key, at=None):
    step = int((time.time() if at is None else at) // 30)
    mac = hmac.new(base64.b32decode(key), struct.pack(">Q", step), hashlib.sha1).digest()
    place = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7fffffff) % 1000000:06d}"


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def get(self, name):
        values = self.all(name)
        return values[0] if values else None


class Client:
    """One person's browser: a cookie, the token against forged requests, a connection that is kept."""

    def __init__(self, served):
        self.served, self.cookie, self.csrf, self.key = served, None, None, None
        self.connection = None

    def ask(self, method, path, body=None, headers=None, raw=None):
        sent = dict(headers or {})
        if self.cookie and "Cookie" not in sent:
            sent["Cookie"] = self.cookie
        if self.csrf and method != "GET" and "X-CSRF-Token" not in sent:
            sent["X-CSRF-Token"] = self.csrf
        data = raw
        if body is not None:
            data = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        for attempt in (0, 1):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=60)
                self.connection.request(method, path, body=data, headers=sent)
                got = self.connection.getresponse()
                answer = Answer(got.status, got.getheaders(), got.read())
                break
            except (http.client.HTTPException, OSError):
                self.connection = None
                if attempt:
                    raise
        if answer.get("Connection") == "close":
            self.connection = None
        for cookie in answer.all("Set-Cookie"):
            value = cookie.split(";")[0]
            self.cookie = None if value.endswith("=") else value
        return answer

    def api(self, method, path, body=None, headers=None):
        return self.ask(method, "/api/v1" + path, body, headers)

    def join(self, token, name=None, passphrase=PASSPHRASE):
        answer = self.api("POST", "/session/join", {"token": token, "passphrase": passphrase, **({"name": name} if name else {})})
        expect(answer.status == 201, f"join: {answer.status} {answer.body}")
        self.csrf = answer.json["csrf"]
        if answer.json["awaits_second_key"]:
            self.key = self.api("POST", "/session/second-key").json["key"]
            secured = self.api("PUT", "/session/second-key", {"code": totp(self.key)})
            expect(secured.status == 200, f"second key: {secured.status} {secured.body}")
            self.csrf = secured.json["session"]["csrf"]
            self.recovery = secured.json["recovery_codes"]
        return self

    def sign_in(self, name, passphrase=PASSPHRASE, code=None):
        answer = self.api("POST", "/session", {"name": name, "passphrase": passphrase, **({"code": code} if code else {})})
        if answer.status == 201:
            self.csrf = answer.json["csrf"]
        return answer


NETWORK = "examples/demo-network"


def network(program, to):
    """The invented network as a study file of its own."""
    done = subprocess.run([str(ROOT / "tests/network/copy"), program, str(to)], capture_output=True, text=True)
    expect(done.returncode == 0, f"the network: {done.stderr}")


class Served:
    """The invented network, or another folder, imported into a file of its own, and served on a free port."""

    def __init__(self, program, *options, study=None, folder=NETWORK):
        self.program, self.options = program, options
        self.work = Path(tempfile.mkdtemp(prefix="cg-http-"))
        self.study = study
        if study is None:
            self.study = str(self.work / "study.cg")
            if folder == NETWORK:
                network(program, self.study)
            else:
                done = subprocess.run([program, "import", str(ROOT / folder), "-o", self.study, "--quiet"],
                                      capture_output=True, text=True)
                expect(done.returncode == 0, f"import: {done.stderr}")
        self.start()

    def start(self):
        self.log = open(self.work / "log", "ab")
        listen = [] if "--listen" in self.options else ["--listen", "127.0.0.1:0"]
        self.process = subprocess.Popen([self.program, "serve", self.study, *listen, "--json", *self.options],
                                        stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline()
        if not line:
            fail("the server did not start: " + (self.work / "log").read_text())
        ready = json.loads(line)
        self.url, self.setup = ready["url"], ready["setup"]
        self.port = int(self.url.rstrip("/").rsplit(":", 1)[1])

    def client(self):
        return Client(self)

    def first(self, name="lead"):
        self.lead = self.client().join(self.setup, name)
        return self.lead

    def person(self, name, role, organisation=None):
        body = {"role": role, **({"organisation": organisation} if organisation else {})}
        invited = self.lead.api("PUT", f"/people/{name}/invitation", body)
        expect(invited.status == 201, f"invite {name}: {invited.status} {invited.body}")
        return self.client().join(invited.json["token"])

    def raw(self, data, wait=5, pieces=None):
        """What comes back for bytes that no client of ours would send, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as connection:
            try:
                for piece in pieces or [data]:
                    connection.sendall(piece)
            except OSError:
                pass
            got = b""
            closed = False
            try:
                while True:
                    more = connection.recv(65536)
                    if not more:
                        closed = True
                        break
                    got += more
            except (TimeoutError, ConnectionResetError, OSError):
                pass
            return got, closed

    def alive(self):
        return self.client().ask("GET", "/").status == 200 and self.process.poll() is None

    def logged(self):
        self.log.flush()
        return (self.work / "log").read_text()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        begun = time.time()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(10)
        return time.time() - begun

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.log.close()
        shutil.rmtree(self.work, ignore_errors=True)


def status_of(got):
    try:
        return int(got.split(b" ", 2)[1])
    except (IndexError, ValueError):
        return 0
