using Cryptocardium.V1;

namespace Cryptocardium.Host.Http;

// Maps unknown methods, which are text of the caller, to one value.
internal static class MethodText
{
    // OpenTelemetry defines this value for spans.
    private const string OtherInSpans = "_OTHER";

    /// <summary>The method as spans name it.</summary>
    public static string Of(HttpRequest request) => Known(request.Method) ?? OtherInSpans;

    /// <summary>The method as the request log names it.</summary>
    public static string Logged(HttpRequest request) => Known(request.Method) ?? RequestMethod.Other;

    private static string? Known(string method) => method switch
    {
        RequestMethod.GET or RequestMethod.HEAD or RequestMethod.POST or RequestMethod.PUT or RequestMethod.PATCH or RequestMethod.DELETE
            or RequestMethod.CONNECT or RequestMethod.OPTIONS or RequestMethod.TRACE => method,
        _ => null,
    };
}
