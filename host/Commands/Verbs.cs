namespace Cryptocardium.Host.Commands;

// Runs the command that the first word names; settings follow it.
internal static class Verbs
{
    private const int Misused = 2;

    private const string Help =
        """
        Cryptocardium

          (no word)   serve the API, the documentation and the jobs
          operator    run an operator command on the books; without arguments, list the commands
          verify      recompute the whole ledger without changing it; exit 1 and name the first journal that was changed
          rotate-vault-key
                      make a new key for the card numbers and re-wrap them with it, with or without a running server;
                      run it again to continue after an interruption
          help        print this text

        Settings follow in any order, the same as for the server: --Data:Directory=data --Database:Provider=Postgres
        """;

    /// <returns>The exit code: 0 for success, 1 for a fault in the data or a refusal, 2 for a call that could not run.</returns>
    public static async Task<int> Run(string verb, string[] settings, TextWriter output)
    {
        switch (verb)
        {
            case "verify":
                return await Verify.Run(settings, output);
            case "operator":
                return await Operator.Run(settings, output);
            case "rotate-vault-key":
                return await RotateVaultKey.Run(settings, output);
            case "help":
                await output.WriteLineAsync(Help);
                return 0;
            default:
                await output.WriteLineAsync($"'{verb}' is nothing that this program does.\n\n{Help}");
                return Misused;
        }
    }
}
