using System.IO.Pipelines;

namespace Cryptocardium.Host.Http.Wire;

// Reads a body within a time limit. It cancels the pending read, not a token: a cancelled token would leave the pipe in the middle of a
// read, and the web server could not drain the rest.
internal sealed class TimedReader : PipeReader, IDisposable
{
    private readonly PipeReader inner;
    private readonly TimeSpan atMost;
    private readonly CancellationTokenSource time;

    public TimedReader(PipeReader inner, TimeSpan atMost)
    {
        (this.inner, this.atMost, time) = (inner, atMost, new CancellationTokenSource(atMost));
        time.Token.UnsafeRegister(static body => ((PipeReader)body!).CancelPendingRead(), inner);
    }

    /// <summary>Restarts the time limit.</summary>
    public void Prolong() => time.CancelAfter(atMost);

    /// <exception cref="BadHttpRequestException">The time limit has passed.</exception>
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await inner.ReadAsync(cancellationToken);
        if (!result.IsCanceled)
        {
            return result;
        }

        inner.AdvanceTo(result.Buffer.Start);
        throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout);
    }

    public override bool TryRead(out ReadResult result) => inner.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public void Dispose() => time.Dispose();
}
