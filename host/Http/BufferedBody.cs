using System.Buffers;
using System.IO.Pipelines;
using Cryptocardium.Host.Http.Wire;

namespace Cryptocardium.Host.Http;

// The body of one request, read once and kept until the request is answered. Scoped.
internal sealed class BufferedBody(TimeLimits times) : IDisposable
{
    /// <summary>Product documentation, "Requests": 25 MB.</summary>
    public const int BodyBytesMax = 25 * 1_024 * 1_024;

    private const int UsualBytes = 4_096;

    private byte[] buffer = [];
    private int length;

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(0, length);

    /// <returns>Whether the body is within the limit.</returns>
    /// <exception cref="BadHttpRequestException">The body did not arrive in time.</exception>
    public async ValueTask<bool> Read(PipeReader reader, CancellationToken cancellationToken)
    {
        // Most bodies arrive together with their headers and need no timer.
        if (reader.TryRead(out var first) && Read(reader, first) is { } known)
        {
            return known;
        }

        using var timed = new TimedReader(reader, times.Body);
        while (true)
        {
            if (Read(timed, await timed.ReadAsync(cancellationToken)) is { } isWithin)
            {
                return isWithin;
            }
        }
    }

    public void Dispose()
    {
        // Cleared, since it may contain a password.
        if (buffer.Length > 0)
        {
            buffer.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
            (buffer, length) = ([], 0);
        }
    }

    // Returns null if more bytes are to come.
    private bool? Read(PipeReader reader, ReadResult result)
    {
        var isWithin = length + result.Buffer.Length <= BodyBytesMax;
        if (isWithin)
        {
            Append(result.Buffer);
        }

        reader.AdvanceTo(result.Buffer.End);
        return !isWithin || result.IsCompleted ? isWithin : null;
    }

    // Grows with the bytes that arrive, never with Content-Length, which is a claim of the caller.
    private void Append(in ReadOnlySequence<byte> bytes)
    {
        var needed = length + (int)bytes.Length;
        if (needed > buffer.Length)
        {
            var grown = ArrayPool<byte>.Shared.Rent(Math.Max(UsualBytes, Math.Max(needed, 2 * buffer.Length)));
            Body.CopyTo(grown);
            var kept = length;
            Dispose();
            (buffer, length) = (grown, kept);
        }

        bytes.CopyTo(buffer.AsSpan(length));
        length = needed;
    }
}
