using Microsoft.AspNetCore.Mvc;

namespace Cryptocardium.Host.Http;

/// <summary>
/// The base of the generated controllers. They declare routes, parameters and answers, for routing and for the document that the
/// running server states; <see cref="OperationRoutes"/> puts the call of the operation in place of each action, so that MVC binds nothing.
/// </summary>
[ApiExplorerSettings(GroupName = "v1")]
public abstract class ContractController : ControllerBase
{
    /// <summary>The body of every generated action. It is never reached.</summary>
    protected static Task Declared() => throw new InvalidOperationException("A generated action only declares its operation.");
}
