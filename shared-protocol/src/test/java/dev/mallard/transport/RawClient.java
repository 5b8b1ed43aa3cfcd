package dev.mallard.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A peer under full control of the test: a blocking socket, which speaks the text codec. */
final class RawClient implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 10_000;

    final Socket socket;
    private final DataInputStream in;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    void send(String... texts) throws IOException {
        int size = 0;
        for (String text : texts) {
            size += TextCodec.frame(text).length;
        }
        byte[] all = new byte[size];
        int at = 0;
        for (String text : texts) {
            byte[] frame = TextCodec.frame(text);
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        sendBytes(all);
    }

    void sendBytes(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    String receive() throws IOException {
        byte[] text = new byte[in.readInt()];
        in.readFully(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Reads on to the end of the stream, and counts. */
    long drain() throws IOException {
        return in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    /** True when the server has closed the connection, cleanly or with a reset. */
    boolean isEnded() {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
