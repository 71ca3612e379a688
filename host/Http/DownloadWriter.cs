using Cryptocardium.Kernel;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// Streams a response while its content is still being read.
internal static class DownloadWriter
{
    // The time for the last bytes of a stream that has ended.
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(1);

    public static async Task Write(HttpContext context, Download download)
    {
        var response = context.Response;
        response.Headers.CacheControl = Answer.NoStore;
        response.ContentType = download.ContentType;
        response.ContentLength = download.SizeBytes;
        if (download.FileName is { } name)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name);
            response.Headers.ContentDisposition = disposition.ToString();
            response.Headers.XContentTypeOptions = "nosniff";
        }

        if (download.IsLive)
        {
            await WriteLive(context, download);
            return;
        }

        try
        {
            var aborted = context.RequestAborted;
            await download.Write(response.BodyWriter, aborted);

            // A completed flush means that the client has stopped reading. The connection is aborted, since the server may not know it yet
            // and would report a response that is too short.
            if ((await response.BodyWriter.FlushAsync(aborted)).IsCompleted)
            {
                context.Abort();
            }
            else
            {
                await response.CompleteAsync();
            }
        }
        finally
        {
            // A download that fails before its first byte is logged as the error that answers it.
            if (response.HasStarted)
            {
                RequestLogging.Record(context, new Reply(StatusCodes.Status200OK, default));
            }
        }
    }

    // It goes on for hours, so it is logged when it begins. A HEAD ends with the headers.
    private static async Task WriteLive(HttpContext context, Download download)
    {
        RequestLogging.Record(context, new Reply(StatusCodes.Status200OK, default));
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await download.Write(context.Response.BodyWriter, context.RequestAborted);
        }

        using var patience = new CancellationTokenSource(LastWrite);
        try
        {
            await context.Response.BodyWriter.FlushAsync(patience.Token);
            await context.Response.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            // The client does not read. A server that stops does not wait for it.
            context.Abort();
        }
    }
}
