/// Where the outside world meets the core: files, later databases and HTTP.
public enum AdaptersModule {}
