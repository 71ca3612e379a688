Console.WriteLine("dotnet ef starts from here; the way to it is: build.ps1 migrate NAME");
