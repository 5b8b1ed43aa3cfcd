// A gateway of the usual kind, as a yardstick: the net module, a Buffer that grows by concat, one write
// per packet in both directions. It knows no login, no limits and no metrics; a connection's number is
// its user.
//
//   node gateway.js <client port> <port of the service>
'use strict';

const net = require('net');

const VERSION = Buffer.from('1.0.0');
const REQUEST = 1;
const DELIVERY = 2;
const ANSWER = 5;
const REQUEST_HEADER = 15;

const sessions = new Map();
let lastUser = 0;

const link = net.connect(Number(process.argv[3]), '127.0.0.1');
link.setNoDelay(true);
link.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
link.on('close', () => process.exit(0));

function clientFrame(type, payload) {
  const header = Buffer.alloc(3 + VERSION.length + 4);
  header.writeUInt16BE(type, 0);
  header.writeUInt8(VERSION.length, 2);
  VERSION.copy(header, 3);
  header.writeUInt32BE(payload.length, 3 + VERSION.length);
  return Buffer.concat([header, payload]);
}

function request(type, user, payload) {
  const header = Buffer.alloc(4 + REQUEST_HEADER);
  header.writeUInt32BE(REQUEST_HEADER + payload.length, 0);
  header.writeUInt8(REQUEST, 4);
  header.writeUInt16BE(type, 5);
  header.writeInt32BE(user, 7);
  header.writeBigInt64BE(1n, 11);
  return Buffer.concat([header, payload]);
}

function send(user, packet) {
  const socket = sessions.get(user);
  if (socket !== undefined) {
    socket.write(packet);
  }
}

function fromServiceFrame(frame) {
  const type = frame.readUInt16BE(1);
  if (frame.readUInt8(0) === ANSWER) {
    send(frame.readInt32BE(4), clientFrame(type, frame.subarray(16)));
  } else if (frame.readUInt8(0) === DELIVERY) {
    const count = frame.readUInt16BE(3);
    const packet = clientFrame(type, frame.subarray(5 + 4 * count));
    for (let i = 0; i < count; i++) {
      send(frame.readInt32BE(5 + 4 * i), packet);
    }
  }
}

let fromService = Buffer.alloc(0);
link.on('data', (data) => {
  fromService = Buffer.concat([fromService, data]);
  while (fromService.length >= 4) {
    const length = fromService.readUInt32BE(0);
    if (fromService.length < 4 + length) {
      break;
    }
    fromServiceFrame(fromService.subarray(4, 4 + length));
    fromService = fromService.subarray(4 + length);
  }
});

const server = net.createServer((socket) => {
  const user = ++lastUser;
  sessions.set(user, socket);
  socket.setNoDelay(true);
  let received = Buffer.alloc(0);
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    while (received.length >= 3) {
      const versionLength = received.readUInt8(2);
      const headerLength = 3 + versionLength + 4;
      if (received.length < headerLength) {
        break;
      }
      const length = received.readUInt32BE(headerLength - 4);
      if (received.length < headerLength + length) {
        break;
      }
      if (received.toString('utf8', 3, 3 + versionLength) !== '1.0.0') {
        socket.destroy();
        return;
      }
      const type = received.readUInt16BE(0);
      link.write(request(type, user, received.subarray(headerLength, headerLength + length)));
      received = received.subarray(headerLength + length);
    }
  });
  socket.on('close', () => sessions.delete(user));
  socket.on('error', () => socket.destroy());
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () =>
  console.log('ready'));
