using Cryptocardium.Kernel;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// Writes an answer that leaves while it is still being read.
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

            // When the client reads no more, the last bytes may have gone nowhere, and there is nothing to complete. The server may not know
            // it yet and would take the answer for one that is too short.
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
            // A download that fails before its first byte is answered as an error.
            if (response.HasStarted)
            {
                RequestLogging.Note(context, new Reply(StatusCodes.Status200OK, default));
            }
        }
    }
}
