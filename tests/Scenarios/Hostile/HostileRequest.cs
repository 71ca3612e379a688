using System.Text;

namespace Cryptocardium.Tests.Scenarios.Hostile;

/// <summary>A hostile request and its expected response.</summary>
/// <param name="Name">The fault of the request.</param>
/// <param name="Bytes">The bytes of the request.</param>
/// <param name="Status">The documented status.</param>
/// <param name="Code">The documented code; empty for a success.</param>
internal sealed record HostileRequest(string Name, byte[] Bytes, int Status, string Code)
{
    /// <summary>Placeholder of the bearer token.</summary>
    public const string Bearer = "sess_BEARER";

    public static HostileRequest Raw(string name, string request, int status, string code) => new(name, Encoding.Latin1.GetBytes(request), status, code);

    /// <summary>A GET with a bearer token and the headers of the case.</summary>
    public static HostileRequest Get(string name, string target, string headers, int status, string code) =>
        Raw(name, $"GET {target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Bearer}\r\n{headers}\r\n", status, code);

    /// <summary>A POST of a top-up with a bearer token and the body of the case, encoded as Latin-1.</summary>
    public static HostileRequest Post(string name, string body, int status, string code, string contentType = "application/json") =>
        Framed(name, $"Content-Type: {contentType}\r\nContent-Length: {Encoding.Latin1.GetByteCount(body)}\r\n", body, status, code);

    /// <summary>A POST of a top-up with the headers of the case.</summary>
    public static HostileRequest Framed(string name, string headers, string body, int status, string code) => Raw(
        name, $"POST /v1/topups HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Bearer}\r\n{headers}\r\n{body}", status, code);

    public byte[] As(string bearer) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Bytes).Replace(Bearer, bearer, StringComparison.Ordinal));
}
