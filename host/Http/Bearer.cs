using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http;

// Checks the credential of a request.
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <returns>The caller, or the refusal of its credential.</returns>
    public static async ValueTask<(Caller? Caller, Error? Refusal)> Check(HttpContext context, CancellationToken cancellationToken)
    {
        var sent = context.Request.Headers.Authorization;
        if (sent.Count == 0)
        {
            return (null, Errors.MissingCredentials);
        }

        if (sent.Count > 1)
        {
            return (null, Errors.InvalidCredentials);
        }

        if (sent[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (null, Errors.MissingCredentials);
        }

        var credentials = context.RequestServices.GetRequiredService<ICredentials>();
        var check = await credentials.Check(value[Scheme.Length..].Trim(), cancellationToken);
        return (check.Caller, check.Error);
    }
}
