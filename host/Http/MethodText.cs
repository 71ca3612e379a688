namespace Cryptocardium.Host.Http;

// A method as it may stand in logs and spans: any word can be one, and OpenTelemetry has a word for those that are none.
internal static class MethodText
{
    private const string Other = "_OTHER";

    public static string Of(HttpRequest request) =>
        request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "CONNECT" or "OPTIONS" or "TRACE" or "PATCH" ? request.Method : Other;
}
