package dev.mallard.protocol;

/**
 * A request cannot be served, for a reason that its sender is told. Quiet: it has no stack trace, since a
 * client can cause one with every packet.
 */
public final class RequestRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public RequestRejectedException(ErrorCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
