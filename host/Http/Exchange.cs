using System.Buffers;
using System.IO.Pipelines;

namespace Cryptocardium.Host.Http;

// The body of one request, read once and kept until it is answered. Scoped.
internal sealed class Exchange : IDisposable
{
    /// <summary>Product documentation, "Requests": 25 MB.</summary>
    public const int BodyBytesMax = 25 * 1_024 * 1_024;

    private const int UsualBytes = 4_096;

    private byte[] buffer = [];
    private int length;

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(0, length);

    /// <returns>Whether the body is within its limit.</returns>
    public async ValueTask<bool> Read(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var isWithin = length + result.Buffer.Length <= BodyBytesMax;
            if (isWithin)
            {
                Append(result.Buffer);
            }

            reader.AdvanceTo(result.Buffer.End);
            if (!isWithin || result.IsCompleted)
            {
                return isWithin;
            }
        }
    }

    public void Dispose()
    {
        // It may hold a password.
        if (buffer.Length > 0)
        {
            buffer.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
            (buffer, length) = ([], 0);
        }
    }

    // Grows with what arrives, never with what Content-Length promises.
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
