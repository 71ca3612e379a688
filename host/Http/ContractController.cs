using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;
using Microsoft.AspNetCore.Mvc;

namespace Cryptocardium.Host.Http;

/// <summary>What the generated controllers share: an action sends its message and answers what came of it.</summary>
/// <param name="sender">The mediator of the request.</param>
[ApiExplorerSettings(GroupName = "v1")]
public abstract class ContractController(ISender sender) : ControllerBase
{
    /// <summary>Sends a message of the contract.</summary>
    protected async Task<IActionResult> Send<TMessage, TResult>(TMessage message, CancellationToken cancellationToken)
        where TMessage : class, IOperationMessage
    {
        var result = message switch
        {
            ICommand<Result<TResult>> command => await sender.Send(command, cancellationToken),
            IQuery<Result<TResult>> query => await sender.Send(query, cancellationToken),
            _ => throw new InvalidOperationException($"{typeof(TMessage).Name} is neither a command nor a query."),
        };

        // Whoever reads slowly must not keep a database connection from the others.
        await HttpContext.RequestServices.GetRequiredService<UnitOfWork>().DisposeAsync();
        var call = HttpContext.RequestServices.GetRequiredService<Call>();
        if (call.Download is { } download && result.Error is null)
        {
            return new DownloadResult(download);
        }

        return new ReplyResult(call.Reply ?? ReplyWriter.From(TMessage.Operation, result, call.RequestId));
    }
}
