using Cryptocardium.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Cryptocardium.Host.Http;

// Leaves the bytes as they are: no formatter, no content negotiation.
internal sealed class ReplyResult(Reply reply) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => Answer.Write(context.HttpContext, reply);
}
