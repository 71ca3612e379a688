using Cryptocardium.Kernel;
using Microsoft.Extensions.Primitives;

namespace Cryptocardium.Host.Http;

// The path and query values of a request.
internal sealed class HttpValues(HttpRequest request) : OperationValues
{
    public override IEnumerable<string> QueryNames => request.QueryString.HasValue ? request.Query.Keys : [];

    public override string? Path(string name) => request.RouteValues[name] as string;

    public override StringValues Query(string name) => request.QueryString.HasValue ? request.Query[name] : default;
}
