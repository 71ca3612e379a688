using System.Net;

namespace Cryptocardium.Tests.Scenarios;

// Sends half of the content, signals it, and waits.
internal sealed class Halfway(long bytes) : HttpContent
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => reached.Task;

    public void GoOn() => goOn.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var half = Samples.Pdf((int)(bytes / 2));
        await stream.WriteAsync(half);
        await stream.FlushAsync();
        reached.TrySetResult();
        await goOn.Task;
        await stream.WriteAsync(half);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
