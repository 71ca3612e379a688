using System.IO.Pipelines;

namespace Cryptocardium.Host.Http.Wire;

// Replaces the response of the web server to requests that it cannot parse, which has no body, and passes everything else through. Responses
// of the edge have a Request-Id, so one without it is the web server's. Each write costs a comparison of ten bytes.
internal sealed class InspectedOutput(PipeWriter inner, InspectedInput input, WireAnswer answer) : PipeWriter
{
    private Memory<byte> memory;
    private (int Status, string Allowed)? refusal;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => memory = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (BodilessRefusal.StatusOf(memory.Span[..bytes]) is { } status)
        {
            refusal = (status, BodilessRefusal.AllowedIn(memory.Span[..bytes]));
            return;
        }

        memory = memory[bytes..];
        inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        refusal is { } refused ? Replace(refused.Status, refused.Allowed, cancellationToken) : inner.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private async ValueTask<FlushResult> Replace(int status, string allowed, CancellationToken cancellationToken)
    {
        refusal = null;
        return await inner.WriteAsync(await answer.Of(status, allowed, hasBody: !input.IsHead, cancellationToken), cancellationToken);
    }
}
