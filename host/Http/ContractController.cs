using Microsoft.AspNetCore.Mvc;

namespace Cryptocardium.Host.Http;

/// <summary>
/// The base of the generated controllers. They declare routes, parameters and responses, for routing and for the OpenAPI document of the
/// running server. <see cref="OperationRoutes"/> replaces each action by the call of its operation, so MVC binds nothing.
/// </summary>
[ApiExplorerSettings(GroupName = "v1")]
public abstract class ContractController : ControllerBase
{
    /// <summary>The body of every generated action; never executed.</summary>
    protected static Task Declared() => throw new InvalidOperationException("A generated action only declares its operation.");
}
