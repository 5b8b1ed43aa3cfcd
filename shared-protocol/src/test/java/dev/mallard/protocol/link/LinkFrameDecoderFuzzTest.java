package dev.mallard.protocol.link;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.assertj.core.api.Assertions;

/** Whatever a peer of a link sends: frames that can be written again, or one quiet refusal. */
class LinkFrameDecoderFuzzTest {

    @FuzzTest
    void everyFrameThatIsReadCanBeWritten(byte[] input) {
        LinkFrameDecoder decoder = new LinkFrameDecoder();
        LinkFrameEncoder encoder = new LinkFrameEncoder();
        decoder.trust();
        ByteBuf in = Unpooled.wrappedBuffer(input);
        try {
            for (LinkFrame frame = decoder.decode(in); frame != null; frame = decoder.decode(in)) {
                ByteBuf out = Unpooled.buffer();
                encoder.encode(frame, out);
                Assertions.assertThat(decoder.decode(out)).isEqualTo(frame);
            }
        } catch (LinkProtocolException refused) {
            Assertions.assertThat(refused.getStackTrace()).isEmpty();
        }
    }
}
