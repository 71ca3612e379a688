using System.Collections.Frozen;
using Cryptocardium.V1;

namespace Cryptocardium.Host.Http;

// Makes routing exact. The framework ignores case and a trailing slash; here such a path has no route, and a method that is not upper case is
// no method. A HEAD is routed as the GET of its path; the web server leaves out the body.
internal sealed class RequestSpelling(RequestDelegate next)
{
    // No endpoint has it, so routing answers 405 with the allowed methods.
    private const string NoMethod = "-";

    private static readonly string[] Probes = ["healthz", "readyz"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = Operations.All
        .SelectMany(operation => operation.Route.Split('/', StringSplitOptions.RemoveEmptyEntries))
        .Where(word => !word.StartsWith('{'))
        .Concat(Probes)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.Head == method)
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[typeof(RequestSpelling)] = method;
        }
        else if (method.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            context.Request.Method = NoMethod;
            context.Items[typeof(RequestSpelling)] = method;
        }

        return next(context);
    }

    /// <summary>After routing: gives the request its own method again, and no endpoint to a path that is spelled in another way.</summary>
    public static Task Restore(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Method is "GET" or NoMethod && context.Items.Remove(typeof(RequestSpelling), out var method))
        {
            context.Request.Method = (string)method!;
        }

        if (context.GetEndpoint() is not null && !IsExact(context.Request.Path.Value))
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }

    /// <summary>Whether a path of the API or a probe is spelled as in the contract; every other path is.</summary>
    public static bool IsExact(ReadOnlySpan<char> path)
    {
        var hasSlash = path.Length > 1 && path[^1] == '/';
        if (!hasSlash && !path.ContainsAnyInRange('A', 'Z'))
        {
            return true;
        }

        var isOurs = false;
        foreach (var part in path[1..].Split('/'))
        {
            var isWord = Words.TryGetValue(path[1..][part], out var word);
            isOurs |= isWord;
            if (!isOurs)
            {
                return true;
            }

            if (isWord && !path[1..][part].SequenceEqual(word))
            {
                return false;
            }
        }

        return !hasSlash;
    }
}
