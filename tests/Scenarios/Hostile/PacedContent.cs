using System.Diagnostics;
using System.Net;

namespace Cryptocardium.Tests.Scenarios.Hostile;

// A file that is sent in pieces with a pause after each.
internal sealed class PacedContent(int pieces, int pieceBytes, TimeSpan pause) : HttpContent
{
    public TimeSpan Taken { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var watch = Stopwatch.StartNew();
        var piece = Samples.Pdf(pieceBytes);
        for (var i = 0; i < pieces; i++)
        {
            await stream.WriteAsync(piece);
            await stream.FlushAsync();
            await Task.Delay(pause);
        }

        Taken = watch.Elapsed;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = (long)pieces * pieceBytes;
        return true;
    }
}
