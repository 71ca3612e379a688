using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Http;

// An answer that leaves while it is still being read.
internal sealed class DownloadResult(Download download) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
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
            var aborted = context.HttpContext.RequestAborted;
            await download.Write(response.BodyWriter, aborted);

            // Where nobody reads any more, what was written may have gone nowhere, and there is nothing to complete. The server may not
            // know it yet and would take it for an answer that is too short.
            if ((await response.BodyWriter.FlushAsync(aborted)).IsCompleted)
            {
                context.HttpContext.Abort();
            }
            else
            {
                await response.CompleteAsync();
            }
        }
        finally
        {
            // What fails before its first byte is answered otherwise.
            if (response.HasStarted)
            {
                RequestTrail.Note(context.HttpContext, new Reply(StatusCodes.Status200OK, default));
            }
        }
    }
}
