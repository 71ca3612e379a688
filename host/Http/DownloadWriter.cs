using Cryptocardium.Kernel;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// Streams a response while its content is still being read.
internal static class DownloadWriter
{
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
}
