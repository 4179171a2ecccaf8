package vn.tiepdon.server.exchange.job;

/** Another worker goes on with the job: this one has stood still for too long. */
class JobLostException extends RuntimeException {

    JobLostException(ImportJob job) {
        super(job.toString());
    }
}
