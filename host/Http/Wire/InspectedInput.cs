using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Cryptocardium.Host.Http.Wire;

// Notes whether the current request is a HEAD: the web server does not say so of a request that it cannot parse.
internal sealed class InspectedInput(PipeReader inner) : PipeReader
{
    private static ReadOnlySpan<byte> Head => "HEAD "u8;

    /// <summary>Whether the request line that was read last is that of a HEAD. The rest of a request does not change it.</summary>
    public bool IsHead { get; private set; }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = inner.ReadAsync(cancellationToken);
        return read.IsCompletedSuccessfully ? new(Note(read.Result)) : Wait(read);
    }

    public override bool TryRead(out ReadResult result)
    {
        var hasRead = inner.TryRead(out result);
        if (hasRead)
        {
            Note(result);
        }

        return hasRead;
    }

    public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => inner.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadResult> Wait(ValueTask<ReadResult> read) => Note(await read);

    private ReadResult Note(in ReadResult result)
    {
        var start = result.Buffer.FirstSpan;
        if (start.Length < Head.Length && result.Buffer.Length >= Head.Length)
        {
            start = result.Buffer.Slice(0, Head.Length).ToArray();
        }

        // Method, space, and the slash of the target: no header line looks like it.
        var space = start.IndexOf((byte)' ');
        if (space > 0 && space + 1 < start.Length && start[space - 1] != ':')
        {
            IsHead = start.StartsWith(Head);
        }

        return result;
    }
}
