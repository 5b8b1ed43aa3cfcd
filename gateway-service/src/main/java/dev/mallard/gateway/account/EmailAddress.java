package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import java.nio.charset.StandardCharsets;

/**
 * An e-mail address that people use: an unquoted local part, and a domain name of at least two labels under
 * any top-level domain.
 *
 * @param value as typed, at most {@value #MAX_LENGTH} characters
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_BYTES = 64;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final String QUOTING = "\"(),:;<>[\\]";

    /**
     * @throws RequestRejectedException with {@code EMAIL_INVALID}
     */
    public EmailAddress {
        if (!isValid(value)) {
            throw new RequestRejectedException(ErrorCode.EMAIL_INVALID);
        }
    }

    /** What has to be unique among all accounts: the address without regard to letter case. */
    public String key() {
        return CaseFolding.fold(value);
    }

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }

    private static boolean isValid(String text) {
        int at = text.indexOf('@');
        return text.length() <= MAX_LENGTH
                && at > 0
                && text.indexOf('@', at + 1) < 0
                && isLocalPart(text.substring(0, at))
                && isDomain(text.substring(at + 1));
    }

    private static boolean isLocalPart(String local) {
        return local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_BYTES
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(EmailAddress::isAllowedInLocalPart);
    }

    private static boolean isAllowedInLocalPart(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && QUOTING.indexOf(c) < 0;
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            if (!isLabel(label)) {
                return false;
            }
        }
        // A number in the last place makes it an address of a machine, not a name.
        return !labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= MAX_LABEL_LENGTH
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
    }
}
