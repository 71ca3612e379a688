using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Cryptocardium.Host.Http;

// An answer that leaves while it is still being read.
internal sealed class DownloadResult(Download download) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.Headers.CacheControl = Answer.NoStore;
        response.ContentType = download.ContentType;
        await download.Write(response.BodyWriter, context.HttpContext.RequestAborted);
        await response.CompleteAsync();
    }
}
