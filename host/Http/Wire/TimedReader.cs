using System.IO.Pipelines;

namespace Cryptocardium.Host.Http.Wire;

// A body for which there is only so much time. Who reads it with a token that is cancelled leaves it to the server in the middle of a read,
// and it cannot read what is left of it.
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

    /// <summary>Gives the same time once more, from now on.</summary>
    public void Prolong() => time.CancelAfter(atMost);

    /// <exception cref="BadHttpRequestException">The time is over.</exception>
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
